package dev.maestro.engine.conduct.evaluate;

import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.standing.TenantStanding;
import dev.maestro.engine.conduct.standing.UpToDate;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaEvaluation;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Evaluates the global policy of a tenant because an operator asks for it. It sees what a cycle
 * would see and stores what a cycle would store of the policy, and nothing else; {@link
 * MetaEvaluation#asked} says what a call before its time may change.
 */
public final class EvaluateNow {
  /** A cycle may store the next policy meanwhile; then the evaluation begins again. */
  private static final int TRIES = 3;

  private final CyclesPort cycles;
  private final EvaluationsPort evaluations;
  private final MarketPort market;
  private final InstantSource clock;
  private final Duration lease;

  /** How a call ended. */
  public sealed interface Conclusion {
    /**
     * It is in force.
     *
     * @param isDue true: it was the one of the slot, and counts as a confirmation
     */
    record Evaluated(MetaState state, boolean isDue, Duration took) implements Conclusion {}

    /** Another one runs, or the cycle of the slot. */
    record Running(String id, Instant leaseUntil) implements Conclusion {}

    /** The tenant is not active, or its controller is switched off. */
    record SwitchedOff(String why) implements Conclusion {}
  }

  /**
   * Evaluates with these parts.
   *
   * @param lease how long nobody else may be at it
   */
  public EvaluateNow(
      CyclesPort cycles,
      EvaluationsPort evaluations,
      MarketPort market,
      InstantSource clock,
      Duration lease) {
    this.cycles = cycles;
    this.evaluations = evaluations;
    this.market = market;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Evaluates.
   *
   * @param owner names this call and no other
   * @throws dev.maestro.engine.tenant.UnknownTenantException if nothing of the tenant can be read
   */
  public Conclusion evaluate(TenantId tenant, String owner) {
    Conclusion last = new Conclusion.Running(owner, clock.instant());
    for (int tries = 0; tries < TRIES; tries++) {
      Instant start = clock.instant();
      Slot slot = Slot.of(start);
      EvaluationsPort.Turn turn = evaluations.acquire(tenant, slot, owner, start, lease);
      if (turn instanceof EvaluationsPort.Turn.Running other) {
        return new Conclusion.Running(other.id(), other.leaseUntil());
      }
      EvaluationsPort.Turn.Ours ours = (EvaluationsPort.Turn.Ours) turn;
      Optional<Conclusion> ended = inTurn(tenant, slot, ours, start);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    return last;
  }

  /** Empty: something was stored meanwhile, and nothing of this. */
  private Optional<Conclusion> inTurn(
      TenantId tenant, Slot slot, EvaluationsPort.Turn.Ours turn, Instant start) {
    boolean isStored = false;
    try {
      Situation situation = cycles.load(tenant, start);
      Optional<String> off = off(situation);
      if (off.isPresent()) {
        return Optional.of(new Conclusion.SwitchedOff(off.get()));
      }
      MetaConfig config = situation.facts().config().meta();
      Optional<MetaState> previous = situation.memory().meta();
      MetaEvaluation evaluation = evaluation(situation, slot, start);
      Duration took = Duration.between(start, clock.instant());
      isStored =
          evaluations.commit(
              tenant,
              turn,
              evaluation.state(),
              Metrics.evaluated(previous.map(MetaState::policy), evaluation, took));
      boolean isDue = previous.filter(known -> !known.isDueIn(slot.start(), config)).isEmpty();
      return isStored
          ? Optional.of(new Conclusion.Evaluated(evaluation.state(), isDue, took))
          : Optional.empty();
    } finally {
      if (!isStored) {
        evaluations.release(tenant, turn);
      }
    }
  }

  private MetaEvaluation evaluation(Situation read, Slot slot, Instant now) {
    Situation current = UpToDate.of(read, now);
    TenantStanding standing = new TenantStanding(current, market.stateOf(current, now), now);
    return MetaEvaluation.asked(
        standing.health(),
        standing.candidates(),
        current.memory().meta(),
        current.facts().config().meta(),
        slot.start(),
        now);
  }

  private static Optional<String> off(Situation situation) {
    if (!situation.facts().tenant().isActive()) {
      return Optional.of("the tenant is not active");
    }
    return situation.facts().config().meta().enabled()
        ? Optional.empty()
        : Optional.of("the meta controller of the tenant is switched off (meta.enabled)");
  }
}
