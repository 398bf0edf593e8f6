package dev.maestro.engine.conduct;

import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.shadow.ShadowStep;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one cycle leaves behind, to be stored as a whole.
 *
 * @param claim which holds the slot
 * @param situation what it was decided on
 * @param input what it was decided from; empty: the tenant keeps none
 * @param day how the account's day has gone up to now; empty if none has begun
 * @param stats with the new trades and the memory of the throttle; empty if they are missing or
 *     unreadable: they are not replaced by less
 */
public record CycleCommit(
    SlotClaim.Acquired claim,
    Slot slot,
    Situation situation,
    PolicyStage.Outcome stage,
    CycleOutcome outcome,
    Optional<KeptInput> input,
    Optional<DayEquity> day,
    Optional<TenantStats> stats,
    Told told,
    Instant now) {
  /**
   * What people are told of the cycle, beside its record; nothing is decided by it.
   *
   * @param summary what the first screen shows
   * @param metrics what is counted of this cycle, to be added to those before
   * @param twin what Maestro is worth on paper
   * @param took from the start of the cycle to its commit
   */
  public record Told(Written summary, Metrics metrics, TwinState twin, Duration took) {}

  /** What was done on paper; empty: its book cannot be read, and stays as it is. */
  public Optional<ShadowStep> shadow() {
    return outcome.shadow();
  }

  /** The id under which the record is stored: {@code {slot epochSeconds}_{session_id}}. */
  public String recordId() {
    return slot.start().getEpochSecond() + "_" + outcome.sessionId();
  }

  /**
   * What is stored of the tenant afterwards, as far as this cycle changes it: the trades that it
   * has counted are not new any more, and the version is whatever the store makes it.
   */
  public Situation next() {
    CycleMemory before = situation.memory();
    CycleMemory after =
        new CycleMemory(
            stats.or(before::stats),
            List.of(),
            before.performance(),
            stage.step().state(),
            day,
            stage.evaluation().map(MetaEvaluation::state).or(before::meta),
            outcome.record().head(),
            Optional.of(slot));
    MoneyFacts money =
        situation
            .money()
            .withLedger(outcome.capital().map(LedgerChanges::ledger).or(situation.money()::ledger))
            .withShadow(shadow().map(ShadowStep::book).or(situation.money()::shadow))
            .withTwin(Optional.of(told.twin()));
    return situation.with(after).with(money).readAs(StoreVersion.NONE);
  }
}
