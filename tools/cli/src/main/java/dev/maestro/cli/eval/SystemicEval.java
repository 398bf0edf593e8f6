package dev.maestro.cli.eval;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.CycleSettings;
import dev.maestro.engine.cycle.Sizing;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.cycle.StrategySelection;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code eval systemic}: {signals, positions, shadow, config}. A whole cycle decides; shown is what
 * the override made of each signal.
 */
final class SystemicEval implements EvalKind {
  private static final Instant TIME = Instant.parse("2026-01-05T15:00:00Z");

  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    Map<String, Object> given = Input.object(input, "signals");
    SystemicConfig config = SystemicConfig.of(Input.object(input, "config"));
    List<RegisteredStrategy> strategies = new ArrayList<>();
    List<Signal> signals = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    List<?> shadow = input.get("shadow") instanceof List<?> list ? list : List.of();
    given.forEach(
        (text, raw) -> {
          StrategyId name = new StrategyId(text);
          RegisteredStrategy strategy = RegisteredStrategy.live(name, new Uid("owner"));
          strategies.add(shadow.contains(text) ? strategy.with(StrategyStatus.SHADOW) : strategy);
          signals.add(signal(name, raw));
          Input.object(input, "positions")
              .forEach(
                  (symbol, quantity) ->
                      positions.add(position(new Symbol(symbol), quantity, name)));
        });
    CycleOutcome outcome = Cycle.run(cycle(strategies, signals, positions), settings(config));
    return result(outcome, signals);
  }

  /** A signal that says it could not be read stays one. */
  private static Signal signal(StrategyId name, Object raw) {
    Signal signal = SignalReader.read(name, Optional.of(raw), TIME, TIME);
    return raw instanceof Map<?, ?> fields && fields.get("error") != null
        ? Signal.unreadable(name, fields.get("error").toString(), signal.signalId(), TIME)
        : signal;
  }

  private static Position position(Symbol symbol, Object quantity, StrategyId strategy) {
    BigDecimal units =
        Decimals.read(quantity)
            .orElseThrow(
                () -> new IllegalArgumentException("positions." + symbol + " must be a number"));
    return new Position(symbol, units, BigDecimal.ONE, Optional.of(strategy));
  }

  private static CycleInput cycle(
      List<RegisteredStrategy> strategies, List<Signal> signals, List<Position> positions) {
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    strategies.forEach(
        strategy -> performance.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    return new CycleInput(
        new TenantId("eval"),
        Slot.of(TIME),
        TIME,
        strategies,
        signals,
        performance,
        Map.of(),
        Optional.of(new AccountSnapshot("main", BigDecimal.ONE, BigDecimal.ONE, positions, TIME)),
        Set.of(),
        Optional.empty(),
        new StrategySelection.All(),
        Optional.empty(),
        List.of(),
        ControlState.ACTIVE,
        new RiskInputs(Optional.empty(), TIME),
        new TreeMap<>(),
        Set.of(),
        ChainHead.EMPTY,
        "");
  }

  private static CycleSettings settings(SystemicConfig config) {
    return new CycleSettings(
        ThrottleConfig.DEFAULTS, config, List.of(), Sizing.NONE, false, "", "");
  }

  private static Map<String, Object> result(CycleOutcome outcome, List<Signal> given) {
    Map<String, Object> record = outcome.record().fields();
    Map<String, Object> signals = new LinkedHashMap<>();
    given.forEach(signal -> signals.put(signal.strategy().value(), untouched(signal)));
    List<String> modified = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      decided
          .overrideReason()
          .ifPresent(
              reason -> {
                String name = decided.signal().strategy().value();
                modified.add(name);
                signals.put(name, overridden(decided.signal(), reason));
              });
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("detected", record.get("systemic_risk_detected"));
    result.put(
        "details",
        record.get("systemic_risk_details") instanceof Optional<?> details && details.isPresent()
            ? details.get()
            : null);
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
