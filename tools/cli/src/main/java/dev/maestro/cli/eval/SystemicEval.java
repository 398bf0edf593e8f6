package dev.maestro.cli.eval;

import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.PolicyDesk;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.SystemicEvent;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code eval systemic}: {signals, positions, shadow, config}. A whole cycle decides; shown is what
 * the override made of each signal.
 */
final class SystemicEval implements EvalKind {
  private static final Instant TIME = Instant.parse("2026-01-05T15:00:00Z");
  private static final Uid OWNER = new Uid("owner");
  private static final Tenant TENANT =
      new Tenant(
          new TenantId("eval"), "Eval", true, new BigDecimal("10000"), ZoneOffset.UTC, OWNER);

  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    Map<String, Object> given = Input.object(input, "signals");
    List<RegisteredStrategy> strategies = new ArrayList<>();
    List<SentSignal> signals = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    List<?> shadow = input.get("shadow") instanceof List<?> list ? list : List.of();
    given.forEach(
        (name, raw) -> {
          RegisteredStrategy strategy = RegisteredStrategy.live(name, OWNER);
          strategies.add(shadow.contains(name) ? strategy.with(StrategyStatus.SHADOW) : strategy);
          signals.add(new SentSignal(name, Optional.of(sent(raw))));
          Input.object(input, "positions")
              .forEach((symbol, quantity) -> positions.add(position(symbol, quantity, name)));
        });
    Situation first =
        Situation.first(
            new TenantFacts(TENANT, config(input), strategies, ControlState.ACTIVE), TIME);
    AccountSnapshot account =
        new AccountSnapshot("main", BigDecimal.ONE, BigDecimal.ONE, positions, TIME);
    Situation situation =
        first
            .with(signals)
            .with(MoneyFacts.NONE.withAccount(Optional.of(AccountState.of(account))))
            .with(first.memory().withPerformance(performance(strategies)));
    Conclusion conclusion = OneSlot.conduct(situation, Slot.of(TIME), TIME, PolicyDesk.STORED);
    return result(((Conclusion.Decided) conclusion).commit().outcome(), given.keySet());
  }

  private static TenantConfig config(Map<String, Object> input) {
    return TenantConfig.of(Map.of("systemic", Input.object(input, "config")), TENANT, Map.of());
  }

  /** A signal that says it could not be read stays one. */
  private static Object sent(Object raw) {
    return raw instanceof Map<?, ?> fields && fields.get("error") != null
        ? fields.get("error").toString()
        : raw;
  }

  private static Position position(String symbol, Object quantity, String strategy) {
    BigDecimal units =
        Decimals.read(quantity)
            .orElseThrow(
                () -> new IllegalArgumentException("positions." + symbol + " must be a number"));
    return new Position(symbol, units, BigDecimal.ONE, strategy);
  }

  private static Map<String, PerformanceReading> performance(List<RegisteredStrategy> strategies) {
    Map<String, PerformanceReading> performance = new TreeMap<>();
    strategies.forEach(
        strategy -> performance.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    return performance;
  }

  private static Map<String, Object> result(CycleOutcome outcome, Collection<String> order) {
    Map<String, Object> signals = new LinkedHashMap<>();
    order.forEach(name -> signals.put(name, Map.of()));
    List<String> modified = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      Signal signal = decided.signal();
      signals.put(signal.strategy(), untouched(signal));
      decided
          .overrideReason()
          .ifPresent(
              reason -> {
                modified.add(signal.strategy());
                signals.put(signal.strategy(), overridden(signal, reason));
              });
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("detected", outcome.systemic().isPresent());
    result.put("details", outcome.systemic().map(SystemicEvent::details).orElse(null));
    result.put("signals", signals);
    result.put("modified", modified);
    return result;
  }

  private static Map<String, Object> untouched(Signal signal) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("action", signal.action().name());
    shown.put("confidence", signal.confidence().orElse(null));
    shown.put("allocation", signal.allocation().orElse(null));
    return shown;
  }

  private static Map<String, Object> overridden(Signal signal, String reason) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("action", "HOLD");
    shown.put("original_action", signal.action().name());
    shown.put("confidence", BigDecimal.ZERO);
    shown.put("allocation", BigDecimal.ZERO);
    shown.put("original_allocation", signal.allocation().orElse(null));
    shown.put("override_reason", reason);
    return shown;
  }
}
