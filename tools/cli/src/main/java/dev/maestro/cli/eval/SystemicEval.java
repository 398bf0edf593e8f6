package dev.maestro.cli.eval;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.CycleSettings;
import dev.maestro.engine.cycle.Sizing;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.cycle.StrategySelection;
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

  private static final View<Signal> UNTOUCHED =
      View.<Signal>empty()
          .with("action", Signal::action)
          .with("confidence", Signal::confidence)
          .with("allocation", Signal::allocation);

  private static final View<DecidedSignal> OVERRIDDEN =
      View.<DecidedSignal>empty()
          .with("action", DecidedSignal::action)
          .with("original_action", decided -> decided.signal().action())
          .with("confidence", DecidedSignal::confidence)
          .with("allocation", DecidedSignal::allocation)
          .with("original_allocation", decided -> decided.signal().allocation())
          .with("override_reason", DecidedSignal::overrideReason);

  private static final View<Result> RESULT =
      View.<Result>empty()
          .with("detected", result -> result.recorded("systemic_risk_detected"))
          .with("details", result -> result.recorded("systemic_risk_details"))
          .with("signals", Result::signals)
          .with("modified", Result::modified);

  @Override
  public Map<String, Object> evaluate(Fields input) {
    SystemicConfig config = SystemicConfig.of(input.fields("config"));
    Fields given = input.fields("signals");
    Map<String, BigDecimal> held =
        input.get("positions", Kinds.map(Kinds.DECIMAL), new TreeMap<>());
    List<String> shadow = input.get("shadow", Kinds.list(Kinds.TEXT), List.of());
    List<RegisteredStrategy> strategies = new ArrayList<>();
    List<Signal> signals = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    for (String name : given.values().keySet()) {
      RegisteredStrategy strategy = RegisteredStrategy.live(name, new Uid("owner"));
      strategies.add(shadow.contains(name) ? strategy.with(StrategyStatus.SHADOW) : strategy);
      signals.add(signal(name, given));
      held.forEach(
          (symbol, units) -> positions.add(new Position(symbol, units, BigDecimal.ONE, name)));
    }
    CycleOutcome outcome = Cycle.run(cycle(strategies, signals, positions), settings(config));
    return result(outcome, signals);
  }

  /** A signal that says it could not be read stays one. */
  private static Signal signal(String name, Fields given) {
    Signal signal = SignalReader.read(name, given.raw(name), TIME, TIME);
    return given
        .raw(name)
        .flatMap(raw -> raw instanceof Map<?, ?> map ? Fields.of("", map).raw("error") : Optional.empty())
        .map(error -> Signal.unreadable(name, error.toString(), signal.signalId(), TIME))
        .orElse(signal);
  }

  private static CycleInput cycle(
      List<RegisteredStrategy> strategies, List<Signal> signals, List<Position> positions) {
    Map<String, PerformanceReading> performance = new TreeMap<>();
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
    Map<String, Object> signals = new LinkedHashMap<>();
    given.forEach(signal -> signals.put(signal.strategy(), UNTOUCHED.write(signal)));
    List<String> modified = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      if (decided.overrideReason().isPresent()) {
        modified.add(decided.signal().strategy());
        signals.put(decided.signal().strategy(), OVERRIDDEN.write(decided));
      }
    }
    return RESULT.write(new Result(outcome, signals, modified));
  }

  private record Result(
      CycleOutcome outcome, Map<String, Object> signals, List<String> modified) {
    Optional<Object> recorded(String name) {
      return Optional.ofNullable(outcome.record().fields().get(name));
    }
  }
}
