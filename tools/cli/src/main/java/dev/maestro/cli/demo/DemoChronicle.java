package dev.maestro.cli.demo;

import dev.maestro.cli.report.LineChart;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.ReasonCode;
import dev.maestro.engine.verdict.Verdict;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private int sized;
  private BigDecimal notionals = BigDecimal.ZERO;
  private BigDecimal highest = BigDecimal.ZERO;
  private BigDecimal deepest = BigDecimal.ZERO;

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

  /** What an entry reserved on average, to the cent; a dash where there was none. */
  String meanNotional() {
    return sized == 0
        ? "-"
        : notionals.divide(BigDecimal.valueOf(sized), 2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** The largest fall of equity from a height before it, in percent. */
  String deepestFall() {
    return deepest.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  int approved() {
    return approved;
  }

  /** Takes in one cycle. */
  void record(String phase, CycleCommit commit, AgentWeights inForce) {
    Instant time = commit.now();
    PolicyStage.Outcome stage = commit.stage();
    CycleOutcome outcome = commit.outcome();
    log.add(outcome.record().json());
    onChange(time, "market", phase, "");
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
    outcome
        .throttle()
        .forEach(
            (strategy, decision) ->
                onChange(
                    time, "throttle of " + strategy, decision.mode().name(), decision.reasoning()));
    outcome.systemic().ifPresent(event -> events.add(new Event(time, "systemic", event.details())));
    verdicts(outcome);
    curves(time, commit, inForce);
  }

  /** Takes in what people would be told at once. */
  void alert(TenantId tenant, AlertCode code, String message, Instant time) {
    events.add(new Event(time, "alert " + code, message));
  }

  private void policy(Instant time, PolicyStage.Outcome stage) {
    String state =
        stage.step().inForce().allowNewTrades()
            ? stage.step().inForce().riskProfile().name()
            : "BLOCKED " + stage.step().inForce().blockReasons();
    onChange(time, "policy", state, stage.step().inForce().note());
  }

  private void verdicts(CycleOutcome outcome) {
    for (DecidedSignal signal : outcome.signals()) {
      approved += signal.isApproved() ? 1 : 0;
      if (signal.notional().isPresent()) {
        sized++;
        notionals = notionals.add(signal.notional().get().value());
      }
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

  private void curves(Instant time, CycleCommit commit, AgentWeights inForce) {
    for (AgentWeight agent : inForce.agents()) {
      weights.add(agent.performance().agentId(), time, agent.weight().doubleValue());
    }
    commit
        .situation()
        .money()
        .account()
        .ifPresent(
            account -> {
              fall(account.snapshot().equity());
              equity.add(
                  "Equity / start",
                  time,
                  account.snapshot().equity().doubleValue()
                      / DemoWorld.TENANT.baseCapital().doubleValue());
            });
  }

  private void fall(BigDecimal equityNow) {
    highest = highest.max(equityNow);
    BigDecimal below = highest.subtract(equityNow);
    deepest = deepest.max(below.divide(highest, 6, RoundingMode.HALF_EVEN));
  }

  private void onChange(Instant time, String kind, String state, String why) {
    String before = lastOf.put(kind, state);
    if (!state.equals(before)) {
      String from = before == null ? "" : before + " -> ";
      events.add(new Event(time, kind, from + state + (why.isEmpty() ? "" : ": " + why)));
    }
  }
}
