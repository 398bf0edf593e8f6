package dev.maestro.engine.conduct;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.throttle.ThrottleMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One small document with all that the first screen of the dashboard shows. */
final class FirstScreen {
  private FirstScreen() {}

  static SortedMap<String, Object> of(
      Situation situation,
      Slot slot,
      PolicyStage.Outcome stage,
      CycleOutcome outcome,
      Optional<AccountState> account,
      Instant now) {
    SortedMap<String, Object> screen = new TreeMap<>();
    screen.put("tenant_id", situation.tenant().id().value());
    screen.put("cycle_slot", slot.start());
    screen.put("decided_at", now);
    screen.put("session_id", outcome.sessionId());
    screen.put("seq", outcome.record().head().seq());
    screen.put("summary", outcome.summary());
    screen.put("control_state", situation.control().state());
    screen.put("control_reason", situation.control().reason());
    screen.put("systemic_risk_detected", outcome.record().fields().get("systemic_risk_detected"));
    screen.put("policy", policy(stage.step().inForce()));
    Optional<GlobalPolicy> global =
        stage.meta().map(MetaState::policy).filter(policy -> situation.config().meta().enabled());
    screen.put("risk_mode", global.map(policy -> policy.modeAt(now)));
    screen.put("health", global.map(FirstScreen::health));
    screen.put("modes", modes(outcome));
    screen.put("verdicts", verdicts(outcome));
    screen.put("equity", account.map(known -> known.snapshot().equity()));
    screen.put("account_as_of", account.map(known -> known.snapshot().asOf()));
    screen.put("strategies", situation.strategies().size());
    return screen;
  }

  private static SortedMap<String, Object> policy(TradingPolicy policy) {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("allow_new_trades", policy.allowNewTrades());
    map.put("risk_profile", policy.riskProfile());
    map.put("max_risk_pct", policy.maxRisk().value());
    map.put("min_confidence", policy.minConfidence().value());
    map.put("entry_mode", policy.entryMode());
    map.put("exit_mode", policy.exitMode());
    map.put("block_reasons", policy.blockReasons().stream().map(Enum::name).sorted().toList());
    map.put("note", policy.note());
    return map;
  }

  private static SortedMap<String, Object> health(GlobalPolicy policy) {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("drawdown_pct", policy.health().drawdownPct());
    map.put("winrate", policy.health().winRate());
    map.put("equity_slope_pct_per_day", policy.health().equitySlopePctPerDay());
    map.put("regime", policy.health().regime());
    map.put("volatility", policy.health().volatility());
    return map;
  }

  /** How many strategies are in each mode, as the record says. */
  private static SortedMap<String, Object> modes(CycleOutcome outcome) {
    SortedMap<String, Object> modes = new TreeMap<>();
    for (ThrottleMode mode : ThrottleMode.values()) {
      modes.put(mode.name(), 0L);
    }
    if (outcome.record().fields().get("allocation_decisions") instanceof List<?> rows) {
      for (Object row : rows) {
        String mode = String.valueOf(((Map<?, ?>) row).get("mode"));
        modes.merge(mode, 1L, FirstScreen::sum);
      }
    }
    return modes;
  }

  private static SortedMap<String, Object> verdicts(CycleOutcome outcome) {
    SortedMap<String, Object> counts = new TreeMap<>();
    outcome
        .signals()
        .forEach(signal -> counts.merge(signal.verdict().outcome().name(), 1L, FirstScreen::sum));
    return counts;
  }

  private static Object sum(Object one, Object more) {
    return (Long) one + (Long) more;
  }
}
