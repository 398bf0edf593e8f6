package dev.maestro.cli.eval;

import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.PolicyDesk;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
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
          .with("detected", result -> result.outcome().systemic().isPresent())
          .with("details", result -> result.outcome().systemic().map(SystemicEvent::details))
          .with("signals", Result::signals)
          .with("modified", Result::modified);

  @Override
  public Written evaluate(Fields input) {
    Fields given = input.fields("signals");
    Map<Symbol, BigDecimal> held =
        input.get("positions", Kinds.map(Kinds.SYMBOL, Kinds.DECIMAL), new TreeMap<>());
    List<String> shadow = input.get("shadow", Kinds.list(Kinds.TEXT), List.of());
    List<RegisteredStrategy> strategies = new ArrayList<>();
    List<SentSignal> signals = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    given
        .values()
        .forEach(
            (name, raw) -> {
              StrategyId id = new StrategyId(name);
              RegisteredStrategy strategy = RegisteredStrategy.live(id, OWNER);
              strategies.add(
                  shadow.contains(name) ? strategy.with(StrategyStatus.SHADOW) : strategy);
              signals.add(SentSignal.at(TIME, StrategyName.of(id), Optional.of(sent(raw))));
              held.forEach(
                  (symbol, units) ->
                      positions.add(new Position(symbol, units, BigDecimal.ONE, id)));
            });
    Situation situation = situation(config(input), strategies, signals, positions);
    Conclusion conclusion = OneSlot.conduct(situation, Slot.of(TIME), TIME, PolicyDesk.STORED);
    return result(((Conclusion.Decided) conclusion).commit().outcome(), given.values().keySet());
  }

  private static Situation situation(
      TenantConfig config,
      List<RegisteredStrategy> strategies,
      List<SentSignal> signals,
      List<Position> positions) {
    Situation first =
        Situation.first(new TenantFacts(TENANT, config, strategies, TradingControl.INITIAL), TIME);
    AccountSnapshot account =
        new AccountSnapshot("main", BigDecimal.ONE, BigDecimal.ONE, positions, TIME);
    return first
        .with(signals)
        .with(MoneyFacts.NONE.withAccount(Optional.of(AccountState.of(account))))
        .with(first.memory().withPerformance(performance(strategies)));
  }

  private static TenantConfig config(Fields input) {
    Fields sections = Fields.EMPTY.with("systemic", input.fields("config").values());
    return TenantConfig.of(sections, TENANT, Map.of());
  }

  /** A signal that says it could not be read stays one. */
  private static Object sent(Object raw) {
    return raw instanceof Map<?, ?> fields && fields.get("error") != null
        ? fields.get("error").toString()
        : raw;
  }

  private static Map<StrategyId, PerformanceReading> performance(
      List<RegisteredStrategy> strategies) {
    Map<StrategyId, PerformanceReading> performance = new TreeMap<>();
    strategies.forEach(
        strategy -> performance.put(strategy.id(), new PerformanceReading.Rows(List.of())));
    return performance;
  }

  private static Written result(CycleOutcome outcome, Collection<String> order) {
    Map<String, Written> signals = new LinkedHashMap<>();
    order.forEach(name -> signals.put(name, Written.NOTHING));
    List<String> modified = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      String strategy = decided.signal().strategy().value();
      boolean isOverridden = decided.overrideReason().isPresent();
      if (isOverridden) {
        modified.add(strategy);
      }
      signals.put(
          strategy,
          isOverridden ? OVERRIDDEN.written(decided) : UNTOUCHED.written(decided.signal()));
    }
    return RESULT.written(new Result(outcome, signals, modified));
  }

  private record Result(
      CycleOutcome outcome, Map<String, Written> signals, List<String> modified) {}
}
