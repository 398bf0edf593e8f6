package dev.maestro.engine.metrics;

import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is counted of a tenant: by one cycle, or by all of them together.
 *
 * @param policy empty: not known, or as it was before
 * @param cycle empty: not known, or as it was before
 */
public record Metrics(Tallies counts, Optional<PolicyGauges> policy, Optional<CycleGauges> cycle) {
  /** Nothing is known. */
  public static final Metrics UNKNOWN =
      new Metrics(Tallies.UNKNOWN, Optional.empty(), Optional.empty());

  /**
   * How long a cycle took, measured by whoever has a clock.
   *
   * @param toEvaluation from its start until the policies were decided
   * @param toCommit from its start
   */
  public record Times(Duration toEvaluation, Duration toCommit) {}

  /** Of a slot that was given up. */
  public static Metrics ended(CycleEnd end) {
    return new Metrics(
        Tallies.nothing().plus(Counted.CYCLES.one(end)), Optional.empty(), Optional.empty());
  }

  /**
   * Of a cycle that is decided.
   *
   * @param before the global policy that the cycle found; empty before the first
   * @param isDegraded something stored or sent could not be used
   */
  public static Metrics decided(
      Optional<GlobalPolicy> before,
      PolicyStage.Outcome stage,
      CycleOutcome outcome,
      boolean isDegraded,
      Times times,
      Instant now) {
    CycleEnd end = isDegraded ? CycleEnd.DEGRADED : CycleEnd.DECIDED;
    Tallies counts =
        Tallies.nothing()
            .plus(Counted.CYCLES.one(end))
            .plus(Timed.CYCLE_TIMES.one(times.toCommit()));
    Map<Verdict.Outcome, Long> verdicts = new EnumMap<>(Verdict.Outcome.class);
    for (DecidedSignal signal : outcome.signals()) {
      verdicts.merge(signal.verdict().outcome(), 1L, Long::sum);
    }
    counts = counts.plus(Counted.SIGNALS.each(verdicts));
    if (outcome.systemic().isPresent()) {
      counts = counts.plus(Counted.SYSTEMIC_EVENTS.one());
    }
    if (stage.evaluation().isPresent()) {
      counts = counts.plus(evaluation(before, stage.evaluation().get(), times.toEvaluation()));
    }
    return new Metrics(
        counts,
        Optional.of(
            stage.meta().map(MetaState::policy).map(PolicyGauges::of).orElse(PolicyGauges.NONE)),
        Optional.of(
            CycleGauges.of(
                outcome.capital().map(LedgerChanges::ledger).map(kept -> kept.ledger()), now)));
  }

  /**
   * Of an evaluation outside a cycle.
   *
   * @param before the global policy that it found; empty before the first
   * @param took reading included
   */
  public static Metrics evaluated(
      Optional<GlobalPolicy> before, MetaEvaluation evaluation, Duration took) {
    return new Metrics(
        Tallies.nothing().plus(evaluation(before, evaluation, took)),
        Optional.of(PolicyGauges.of(evaluation.state().policy())),
        Optional.empty());
  }

  /** All of it with what came later: counts add up, of the other figures the newest is known. */
  public Metrics plus(Metrics later) {
    return new Metrics(
        counts.plus(later.counts), later.policy.or(() -> policy), later.cycle.or(() -> cycle));
  }

  /** The gauges that are known at a time. */
  public Map<Gauge, Double> gaugesAt(Instant now) {
    Map<Gauge, Double> known = new EnumMap<>(Gauge.class);
    policy.ifPresent(figures -> known.putAll(figures.at(now)));
    cycle.ifPresent(figures -> known.putAll(figures.at(now)));
    return known;
  }

  private static Tallies evaluation(
      Optional<GlobalPolicy> before, MetaEvaluation evaluation, Duration took) {
    RiskMode mode = evaluation.state().policy().riskMode();
    Tallies counts = Counted.EVALUATIONS.one(mode).plus(Timed.EVALUATION_TIMES.one(took));
    return before
        .map(GlobalPolicy::riskMode)
        .filter(last -> last != mode)
        .map(last -> counts.plus(Counted.change(last, mode)))
        .orElse(counts);
  }
}
