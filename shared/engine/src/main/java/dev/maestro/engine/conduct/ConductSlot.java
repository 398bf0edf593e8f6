package dev.maestro.engine.conduct;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.UnknownTenantException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides one slot of one tenant: takes the slot, reads, decides, stores. Deliveries may come
 * twice, late, or at once: one of them decides. Nothing is released by one that could not store.
 */
public final class ConductSlot {
  /** A cycle that finds something changed under it begins again, at most so often. */
  private static final int TRIES = 3;

  /** Clocks differ; a slot further ahead would make all slots up to it EXPIRED. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final CyclesPort cycles;
  private final MarketPort market;
  private final AlertPort alerts;
  private final InstantSource clock;
  private final Duration lease;
  private final String engineVersion;

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
    this.cycles = cycles;
    this.market = market;
    this.alerts = alerts;
    this.clock = clock;
    this.lease = lease;
    this.engineVersion = engineVersion;
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
    cycles.expire(tenant, slot, claim, now);
    return new Conclusion.Refused(why);
  }

  private Conclusion decide(TenantId tenant, Slot slot, SlotClaim.Acquired acquired) {
    SlotClaim.Acquired claim = acquired;
    for (int tries = 0; tries < TRIES; tries++) {
      Instant now = clock.instant();
      Situation situation = cycles.load(tenant, now);
      if (!situation.tenant().isActive()) {
        cycles.expire(tenant, slot, claim, now);
        return new Conclusion.Inactive();
      }
      if (slot.isExpired(now, situation.lastDone())) {
        cycles.expire(tenant, slot, claim, now);
        return new Conclusion.Expired();
      }
      CycleCommit commit = decide(situation, slot, claim, now);
      if (cycles.commit(commit)) {
        FaultAlerts.of(situation.faults())
            .forEach((code, message) -> alerts.raise(tenant, code, message, now));
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

  private CycleCommit decide(
      Situation situation, Slot slot, SlotClaim.Acquired claim, Instant now) {
    TenantConfig config = situation.config();
    Optional<AccountState> account =
        situation.account().map(known -> known.on(config.stability().dayOf(now), now));
    Optional<TenantStats> stats =
        situation
            .stats()
            .map(
                known ->
                    known.withTrades(
                        known.trades().with(situation.newTrades(), now),
                        knownUpTo(known, situation, now),
                        now));
    MarketState state = marketState(situation, now);
    PolicyStage.Outcome stage = new PolicySteps(situation, state, stats, account, now).decide();
    CycleOutcome outcome =
        Cycle.run(
            input(situation, slot, now, stage, signals(situation, slot, state.regime(), now)),
            config.cycleSettings(engineVersion));
    Optional<TenantStats> remembered =
        stats.map(known -> known.withThrottleMemory(outcome.throttleMemory(), now));
    return new CycleCommit(
        claim,
        slot,
        situation,
        stage,
        outcome,
        account,
        remembered,
        FirstScreen.of(situation, slot, stage, outcome, account, now),
        now,
        Duration.between(now, clock.instant()));
  }

  /**
   * Of a strategy that cannot be read nobody knows the journal: its trades are still to be read.
   */
  private static Instant knownUpTo(TenantStats known, Situation situation, Instant now) {
    return situation.hasUnreadableStrategy()
        ? known.watermark().orElse(now.minus(EquityCurve.WINDOW))
        : now;
  }

  private MarketState marketState(Situation situation, Instant now) {
    return situation
        .config()
        .market()
        .benchmark()
        .flatMap(symbol -> Optional.ofNullable(situation.markets().get(symbol)))
        .map(
            benchmark ->
                market.classify(
                    benchmark.bars().closedBy(now),
                    benchmark.spreadBps(),
                    PolicySteps.thresholds(situation.config()),
                    now))
        .orElse(MarketState.UNKNOWN);
  }

  /** Both sources; of the strategies in process only those that the tenant has registered. */
  private List<Signal> signals(Situation situation, Slot slot, HealthRegime regime, Instant now) {
    Set<String> registered =
        situation.strategies().stream().map(RegisteredStrategy::id).collect(Collectors.toSet());
    List<Signal> signals = new ArrayList<>();
    Optional<AccountSnapshot> account = situation.account().map(AccountState::snapshot);
    if (account.isPresent() && !registered.isEmpty()) {
      SortedMap<String, BarHistory> bars = new TreeMap<>();
      situation.markets().forEach((symbol, known) -> bars.put(symbol, known.bars().closedBy(now)));
      market.evaluate(new MarketSnapshot(bars, slot.start()), account.get(), regime).stream()
          .filter(signal -> registered.contains(signal.strategy()))
          .forEach(signals::add);
    }
    situation
        .sentSignals()
        .forEach(
            (strategy, sent) ->
                signals.add(SignalReader.read(strategy, Optional.of(sent), now, now)));
    return signals;
  }

  private static CycleInput input(
      Situation situation,
      Slot slot,
      Instant now,
      PolicyStage.Outcome stage,
      List<Signal> signals) {
    return new CycleInput(
        situation.tenant().id(),
        slot,
        now,
        situation.strategies(),
        signals,
        situation.performance(),
        situation.stats().map(TenantStats::throttleMemory).orElse(new TreeMap<>()),
        situation.account().map(AccountState::snapshot),
        Set.of(),
        Optional.of(stage.step().inForce()),
        stage.selection(),
        stage.meta().map(MetaState::policy).filter(p -> situation.config().meta().enabled()),
        stage.evaluation().map(evaluation -> evaluation.selection().ranking()).orElse(List.of()),
        situation.control(),
        new RiskInputs(situation.vix(), now),
        situation.weights(),
        Set.of(),
        situation.chain(),
        situation.inputHash());
  }
}
