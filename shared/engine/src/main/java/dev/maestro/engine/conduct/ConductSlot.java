package dev.maestro.engine.conduct;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.conduct.ledger.PublishIntentsPort;
import dev.maestro.engine.conduct.narration.CycleNarrator;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.metrics.CycleEnd;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.UnknownTenantException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides one slot of one tenant: takes the slot, reads, decides, stores. Deliveries may come
 * twice, late, or at once: one of them decides. Nothing is released by one that could not store.
 */
public final class ConductSlot {
  /** A cycle that finds something changed under it begins again, at most so often. */
  private static final int TRIES = 8;

  /** Clocks differ; a slot further ahead would make all slots up to it EXPIRED. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final CyclesPort cycles;
  private final SlotDecision decision;
  private final PublishIntentsPort intents;
  private final CycleNarrator narrator;
  private final AlertPort alerts;
  private final InstantSource clock;
  private final Duration lease;

  /**
   * Conducts with these parts.
   *
   * @param clock tells the time of a cycle
   * @param lease how long a slot is held before another delivery may take it over
   */
  public ConductSlot(
      CyclesPort cycles,
      MarketPort market,
      AlertPort alerts,
      InstantSource clock,
      Duration lease,
      String engineVersion) {
    this(
        cycles,
        new SlotDecision(market, PolicyDesk.STORED, engineVersion),
        PublishIntentsPort.NOBODY,
        CycleNarrator.NOBODY,
        alerts,
        clock,
        lease);
  }

  private ConductSlot(
      CyclesPort cycles,
      SlotDecision decision,
      PublishIntentsPort intents,
      CycleNarrator narrator,
      AlertPort alerts,
      InstantSource clock,
      Duration lease) {
    this.cycles = cycles;
    this.decision = decision;
    this.intents = intents;
    this.narrator = narrator;
    this.alerts = alerts;
    this.clock = clock;
    this.lease = lease;
  }

  /** The same with a policy from elsewhere, for cycles that ask what if. */
  public ConductSlot under(PolicyDesk policy) {
    return new ConductSlot(cycles, decision.under(policy), intents, narrator, alerts, clock, lease);
  }

  /** The same, telling executors what waits for them once a cycle is stored. */
  public ConductSlot publishing(PublishIntentsPort to) {
    return new ConductSlot(cycles, decision, to, narrator, alerts, clock, lease);
  }

  /** The same, told in words once a cycle is stored and executors know of it. */
  public ConductSlot narrating(CycleNarrator by) {
    return new ConductSlot(cycles, decision, intents, by, alerts, clock, lease);
  }

  /**
   * Decides a slot, unless that is done, or too late.
   *
   * @param owner names this delivery and no other
   * @throws BusySlotException if another delivery is at it: this one must come again
   */
  public Conclusion conduct(TenantId tenant, Slot slot, String owner) {
    Instant start = clock.instant();
    if (slot.isExpired(start, Optional.empty())) {
      return new Conclusion.Expired();
    }
    if (slot.start().isAfter(start.plus(CLOCK_TOLERANCE))) {
      String why = "slot " + slot.start() + " has not come yet: correct the time it was asked for";
      alerts.raise(tenant, AlertCode.FUTURE_SLOT, why, start);
      return new Conclusion.Refused(why);
    }
    SlotClaim claim = cycles.acquire(tenant, slot, owner, start, lease);
    if (claim instanceof SlotClaim.Done done) {
      return new Conclusion.AlreadyDone(done.recordId());
    }
    if (claim instanceof SlotClaim.Expired) {
      return new Conclusion.Expired();
    }
    if (claim instanceof SlotClaim.Busy busy) {
      throw new BusySlotException(
          "slot " + slot.start() + " of " + tenant + " is held until " + busy.leaseUntil());
    }
    SlotClaim.Acquired acquired = (SlotClaim.Acquired) claim;
    try {
      return decide(tenant, slot, acquired);
    } catch (UnknownTenantException unknown) {
      return refuse(tenant, slot, acquired, AlertCode.TENANT_UNREADABLE, unknown);
    } catch (RefusedByStoreException refused) {
      return refuse(tenant, slot, acquired, AlertCode.RECORD_REFUSED, refused);
    } catch (UnavailableException | BusySlotException again) {
      throw again;
    } catch (RuntimeException fault) {
      // It ends the cycle of the whole tenant, exits included: somebody must know.
      alerts.raise(
          tenant,
          AlertCode.CYCLE_FAILED,
          "slot " + slot.start() + " cannot be decided, exits included: " + fault,
          clock.instant());
      throw fault;
    }
  }

  private Conclusion refuse(
      TenantId tenant,
      Slot slot,
      SlotClaim.Acquired claim,
      AlertCode code,
      RuntimeException cause) {
    Instant now = clock.instant();
    String why = String.valueOf(cause.getMessage());
    alerts.raise(tenant, code, why, now);
    cycles.expire(tenant, slot, claim, CycleEnd.REFUSED, now);
    return new Conclusion.Refused(why);
  }

  private Conclusion decide(TenantId tenant, Slot slot, SlotClaim.Acquired acquired) {
    SlotClaim.Acquired claim = acquired;
    SlotDecision deciding = decisionOf(tenant, slot, acquired);
    for (int tries = 0; tries < TRIES; tries++) {
      Instant now = clock.instant();
      Situation situation = cycles.load(tenant, now);
      if (!situation.facts().tenant().isActive()) {
        cycles.expire(tenant, slot, claim, CycleEnd.INACTIVE, now);
        return new Conclusion.Inactive();
      }
      if (slot.isExpired(now, situation.memory().lastDone())) {
        cycles.expire(tenant, slot, claim, CycleEnd.EXPIRED, now);
        return new Conclusion.Expired();
      }
      SlotDecision.Decided decided =
          deciding.decide(situation, slot, now, clock, wanted -> cycles.known(tenant, wanted));
      CycleCommit commit = decided.commit(claim, narrator.atCommit(), now, clock.instant());
      if (cycles.commit(commit)) {
        tell(tenant, decided, now);
        tellOfInput(tenant, commit);
        publish(tenant, commit);
        narrate(tenant, commit);
        return new Conclusion.Decided(commit);
      }
      SlotClaim again = cycles.acquire(tenant, slot, claim.owner(), clock.instant(), lease);
      if (again instanceof SlotClaim.Done done) {
        return new Conclusion.AlreadyDone(done.recordId());
      }
      if (!(again instanceof SlotClaim.Acquired still)) {
        break;
      }
      claim = still;
    }
    throw new BusySlotException(
        "slot " + slot.start() + " of " + tenant + " was changed meanwhile");
  }

  private void tell(TenantId tenant, SlotDecision.Decided decided, Instant now) {
    FaultAlerts.of(decided.faults())
        .forEach((code, message) -> alerts.raise(tenant, code, message, now));
    decided
        .outcome()
        .systemic()
        .ifPresent(event -> alerts.raise(tenant, AlertCode.SYSTEMIC_RISK, event.details(), now));
    FaultAlerts.ofCapital(decided.outcome().capital())
        .forEach((code, message) -> alerts.raise(tenant, code, message, now));
  }

  private void tellOfInput(TenantId tenant, CycleCommit commit) {
    commit
        .input()
        .filter(KeptInput::isTooLarge)
        .ifPresent(
            input ->
                alerts.raise(
                    tenant,
                    AlertCode.INPUT_NOT_KEPT,
                    "the input of " + commit.recordId() + " has " + input.bytes() + " bytes packed",
                    commit.now()));
  }

  private void publish(TenantId tenant, CycleCommit commit) {
    List<Intent> waiting =
        commit
            .outcome()
            .capital()
            .map(given -> given.ledger().ledger().intents())
            .map(open -> open.where(intent -> intent.state() == IntentState.RESERVED))
            .orElse(List.of());
    if (!waiting.isEmpty()) {
      intents.publish(tenant, commit.situation().facts().config().conduct().accountId(), waiting);
    }
  }

  /** Last of all: the slot is DONE, and executors know. */
  private void narrate(TenantId tenant, CycleCommit commit) {
    narrator.tell(
        tenant,
        commit.recordId(),
        commit.outcome().record().fields(),
        commit.outcome().summary(),
        clock.instant());
  }

  /**
   * Code that was loaded from outside may have ended the process of who held the slot before; it
   * gets no second try at this slot.
   */
  private SlotDecision decisionOf(TenantId tenant, Slot slot, SlotClaim.Acquired claim) {
    if (!claim.isTakenOver()) {
      return decision;
    }
    alerts.raise(
        tenant,
        AlertCode.SLOT_TAKEN_OVER,
        "slot "
            + slot.start()
            + " was taken "
            + (claim.attempts() - 1)
            + " times and not finished: it is decided without the jars of strategies, and without"
            + " entries if they hold risk checks",
        clock.instant());
    return decision.withoutLoaded();
  }
}
