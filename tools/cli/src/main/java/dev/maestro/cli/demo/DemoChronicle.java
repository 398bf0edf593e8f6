package dev.maestro.cli.demo;

import dev.maestro.cli.report.LineChart;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.ReasonCode;
import dev.maestro.engine.verdict.Verdict;
import dev.maestro.engine.weights.AgentWeight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened in a session: every change once, with its reason, and the curves. */
final class DemoChronicle {
  /** One line of the story. */
  record Event(Instant time, String kind, String text) {
    /** True for what a person would be told at once; the report has the rest too. */
    boolean isHeadline() {
      return switch (kind) {
        case "risk mode" -> text.contains("DEFENSIVE");
        case "policy" -> text.contains("BLOCKED");
        default -> true;
      };
    }
  }

  private final List<Event> events = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final LineChart weights = new LineChart();
  private final LineChart equity = new LineChart();
  private final SortedMap<String, String> lastOf = new TreeMap<>();
  private final SortedMap<ReasonCode, Integer> denials = new TreeMap<>();
  private final SortedMap<ReasonCode, String> firstDenial = new TreeMap<>();
  private List<RankedStrategy> rankings = List.of();
  private int approved;

  List<Event> events() {
    return events;
  }

  /** The sealed records, one JSON text each. */
  List<String> log() {
    return log;
  }

  LineChart weights() {
    return weights;
  }

  LineChart equity() {
    return equity;
  }

  SortedMap<ReasonCode, Integer> denials() {
    return denials;
  }

  String firstDenial(ReasonCode code) {
    return firstDenial.getOrDefault(code, "");
  }

  List<RankedStrategy> rankings() {
    return rankings;
  }

  int approved() {
    return approved;
  }

  void record(
      Instant time,
      int bar,
      PolicyStage.Outcome stage,
      CycleOutcome outcome,
      DemoLedger ledger,
      BigDecimal currentEquity) {
    log.add(outcome.record().json());
    onChange(time, "market", DemoMarket.phaseName(DemoMarket.phaseOf(bar)), "");
    stage
        .meta()
        .ifPresent(
            meta ->
                onChange(
                    time,
                    "risk mode",
                    meta.policy().riskMode().name(),
                    String.join("; ", meta.policy().reasons())));
    stage.evaluation().ifPresent(evaluation -> rankings = evaluation.selection().ranking());
    policy(time, stage);
    modes(time, outcome);
    systemic(time, outcome);
    verdicts(outcome);
    curves(time, ledger, currentEquity);
  }

  private void policy(Instant time, PolicyStage.Outcome stage) {
    String state =
        stage.step().inForce().allowNewTrades()
            ? stage.step().inForce().riskProfile().name()
            : "BLOCKED " + stage.step().inForce().blockReasons();
    onChange(time, "policy", state, stage.step().inForce().note());
  }

  private void modes(Instant time, CycleOutcome outcome) {
    if (outcome.record().fields().get("allocation_decisions") instanceof List<?> rows) {
      for (Object row : rows) {
        if (row instanceof Map<?, ?> decision) {
          onChange(
              time,
              "throttle of " + decision.get("strategy_name"),
              String.valueOf(decision.get("mode")),
              String.valueOf(decision.get("reasoning")));
        }
      }
    }
  }

  private void systemic(Instant time, CycleOutcome outcome) {
    Object details = outcome.record().fields().get("systemic_risk_details");
    if (details instanceof Optional<?> text && text.isPresent()) {
      events.add(new Event(time, "systemic", text.get().toString()));
    }
  }

  private void verdicts(CycleOutcome outcome) {
    for (DecidedSignal signal : outcome.signals()) {
      approved += signal.isApproved() ? 1 : 0;
      if (signal.verdict().outcome() == Verdict.Outcome.DENIED) {
        signal
            .verdict()
            .reasons()
            .forEach(
                (code, sentence) -> {
                  denials.merge(code, 1, Integer::sum);
                  firstDenial.putIfAbsent(code, signal.signal().strategy() + ": " + sentence);
                });
      }
    }
  }

  private void curves(Instant time, DemoLedger ledger, BigDecimal currentEquity) {
    for (AgentWeight agent : ledger.weights().agents()) {
      weights.add(agent.performance().agentId().value(), time, agent.weight().doubleValue());
    }
    equity.add(
        "Equity / start",
        time,
        currentEquity.doubleValue() / DemoLedger.START_EQUITY.doubleValue());
  }

  private void onChange(Instant time, String kind, String state, String why) {
    String before = lastOf.put(kind, state);
    if (!state.equals(before)) {
      String from = before == null ? "" : before + " -> ";
      events.add(new Event(time, kind, from + state + (why.isEmpty() ? "" : ": " + why)));
    }
  }
}
