package dev.maestro.engine.verdict;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.throttle.ThrottleMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A signal as it leaves the cycle.
 *
 * @param signal as the strategy gave it
 * @param action after the override
 * @param symbol of this part of the signal; a CLOSE_ALL of everything has a part per position
 * @param allocation after every step, 0 for what is denied or no entry
 * @param confidence after the override
 * @param exitQuantity units to close, above 0; empty for what is no exit
 * @param mode of the strategy; empty for a strategy that nobody registered
 * @param overrideReason why a BUY became a HOLD
 */
public record DecidedSignal(
    Signal signal,
    Action action,
    Optional<Symbol> symbol,
    BigDecimal allocation,
    BigDecimal confidence,
    Optional<BigDecimal> exitQuantity,
    Optional<ThrottleMode> mode,
    Optional<String> overrideReason,
    SignalIdentity identity,
    Verdict verdict,
    List<Cut> cuts) {
  /** Keeps its own list. */
  public DecidedSignal {
    cuts = List.copyOf(cuts);
  }

  /** True if it closes what is held, and may do nothing else. */
  public boolean isExit() {
    return exitQuantity.isPresent();
  }

  /** True if it may go on to an executor. */
  public boolean isApproved() {
    return verdict.outcome() == Verdict.Outcome.APPROVED;
  }

  /** The stored form. */
  public SortedMap<String, Object> toMap() {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("action", action.name());
    map.put("agent_id", identity.agentId().value());
    map.put("allocation", allocation);
    map.put("asset_class", signal.assetClass().name());
    map.put("confidence", confidence);
    map.put("cuts", cuts.stream().map(Cut::toMap).toList());
    map.put("error", signal.error().or(signal::entryError));
    map.put("expires_at", CanonicalJson.time(signal.expiresAt()));
    map.put("generated_at", CanonicalJson.time(signal.generatedAt()));
    map.put("identity_timestamp", CanonicalJson.time(identity.timestamp()));
    map.put("metadata", signal.metadata());
    map.put("mode", mode.map(Enum::name));
    map.put("nonce", identity.nonce());
    map.put("original_allocation", signal.allocation());
    map.put("price", signal.price());
    map.put("quantity", exitQuantity);
    map.put("reasoning", signal.reasoning());
    map.put("reasons", verdict.codes());
    map.put("reduce_only", isExit());
    map.put("session_id", identity.sessionId());
    map.put("shadow_mode", mode.filter(m -> m == ThrottleMode.SHADOW_MODE).isPresent());
    map.put("signal_id", signal.signalId());
    map.put("stop_price", signal.stopPrice());
    map.put("strategy", signal.strategy().value());
    map.put("symbol", symbol.map(Symbol::value));
    map.put("verdict", verdict.outcome().name());
    map.put("verdict_text", verdict.sentence());
    map.put("weight_multiplier", mode.map(ThrottleMode::multiplier));
    overrideReason.ifPresent(
        reason -> {
          map.put("original_action", signal.action().name());
          map.put("override_reason", reason);
        });
    return map;
  }
}
