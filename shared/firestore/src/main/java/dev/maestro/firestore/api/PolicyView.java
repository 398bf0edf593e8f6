package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.firestore.cycle.PolicyDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trading policy in force. One that has expired, is missing or cannot be read is closed: no new
 * trades, {@code AWAITING_DATA}; the note says why.
 */
public final class PolicyView {
  private final Firestore firestore;

  /** Reads here. */
  public PolicyView(Firestore firestore) {
    this.firestore = firestore;
  }

  /** The fields of {@code GET /api/maestro/policy}. */
  public SortedMap<String, Object> of(TenantId tenant, Instant now) {
    Optional<StoredFields> stored = StoredReads.find(firestore, Paths.of(tenant, "policy/current"));
    if (stored.isEmpty()) {
      return closed("No policy has been decided yet", now);
    }
    try {
      return view(stored.get(), now);
    } catch (UnreadableDocumentException broken) {
      return closed("The policy cannot be read: " + broken.getMessage(), now);
    }
  }

  private static SortedMap<String, Object> view(StoredFields stored, Instant now) {
    StabilityState state = PolicyDocument.read(stored);
    Optional<Instant> expiresAt = stored.optionalTime("expires_at");
    boolean isExpired = state.isExpired(now) || expiresAt.filter(now::isBefore).isEmpty();
    SortedMap<String, Object> view =
        isExpired ? view(expired(state.inForce(), now), true) : view(state.inForce(), false);
    view.put("changed_at", state.changedAt());
    view.put("evaluated_at", state.evaluatedAt());
    view.put("expires_at", expiresAt);
    return view;
  }

  private static TradingPolicy expired(TradingPolicy last, Instant now) {
    return TradingPolicy.closed(last.symbolsDefault(), "Policy expired", now, last.profile());
  }

  private static SortedMap<String, Object> closed(String note, Instant now) {
    return view(TradingPolicy.closed(SymbolsDefault.DENY, note, now, ProfileName.SAFE), true);
  }

  private static SortedMap<String, Object> view(TradingPolicy policy, boolean isStandIn) {
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("policy", fields(policy));
    view.put("expired", isStandIn);
    view.put("changed_at", Optional.empty());
    view.put("evaluated_at", Optional.empty());
    view.put("expires_at", Optional.empty());
    return view;
  }

  private static SortedMap<String, Object> fields(TradingPolicy policy) {
    SortedMap<String, Object> view = new TreeMap<>();
    view.put("allow_new_trades", policy.allowNewTrades());
    view.put("risk_profile", policy.riskProfile().name());
    view.put("max_risk_pct", policy.maxRisk().value());
    view.put("min_confidence", policy.minConfidence().value());
    view.put("entry_mode", policy.entryMode().name());
    view.put("exit_mode", policy.exitMode().name());
    view.put("max_positions", policy.maxPositions());
    view.put("allowed_symbols", policy.allowedSymbols().stream().map(Symbol::value).toList());
    view.put("disallowed_symbols", policy.disallowedSymbols().stream().map(Symbol::value).toList());
    view.put("symbols_default", policy.symbolsDefault().name());
    view.put("block_reasons", policy.blockReasons().stream().map(Enum::name).toList());
    view.put("note", policy.note());
    view.put("profile", policy.profile().name());
    view.put("timestamp", policy.timestamp());
    return view;
  }
}
