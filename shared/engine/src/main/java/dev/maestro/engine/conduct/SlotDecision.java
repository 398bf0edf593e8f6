package dev.maestro.engine.conduct;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.conduct.ledger.LedgerOpening;
import dev.maestro.engine.conduct.screen.FirstScreen;
import dev.maestro.engine.conduct.shadow.ShadowDesk;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.ForgottenModes;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.standing.UpToDate;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a slot is decided on and how: from what was read to what is to be stored. */
record SlotDecision(MarketPort market, PolicyDesk policy, String engineVersion) {

  /**
   * A slot that is decided, and not stored yet.
   *
   * @param current the situation with the account's day begun, the new trades counted, and modes
   *     that were forgotten at their tightest
   * @param evaluatedAt when steps 1 and 2 were done
   * @param unreadable signals that were sent
   */
  record Decided(
      Situation situation,
      Situation current,
      Slot slot,
      PolicyStage.Outcome stage,
      Instant evaluatedAt,
      CycleOutcome outcome,
      List<Situation.Fault> unreadable) {

    /** What was found to be unusable, of what is stored and of what was sent. */
    List<Situation.Fault> faults() {
      List<Situation.Fault> all = new ArrayList<>(current.faults());
      all.addAll(unreadable);
      return all;
    }

    CycleCommit commit(SlotClaim.Acquired claim, Narration narration, Instant now, Instant end) {
      Duration took = Duration.between(now, end);
      Optional<TenantStats> remembered =
          current
              .memory()
              .stats()
              .map(known -> known.withThrottleMemory(outcome.throttleMemory(), now));
      return new CycleCommit(
          claim,
          slot,
          situation,
          stage,
          outcome.with(narration),
          current.memory().day(),
          remembered,
          new CycleCommit.Told(
              new FirstScreen(current, slot, stage, outcome, now).fields(),
              Metrics.decided(
                  situation.memory().meta().map(MetaState::policy),
                  stage,
                  outcome,
                  !faults().isEmpty(),
                  new Metrics.Times(Duration.between(now, evaluatedAt), took),
                  now),
              took),
          now);
    }
  }

  SlotDecision under(PolicyDesk other) {
    return new SlotDecision(market, other, engineVersion);
  }

  SlotDecision withoutLoaded() {
    return new SlotDecision(market.withoutLoaded(), policy, engineVersion);
  }

  Decided decide(
      Situation situation,
      Slot slot,
      Instant now,
      InstantSource clock,
      UnaryOperator<Set<Nonce>> knownIntents) {
    Optional<LedgerChanges> ledger = LedgerOpening.open(situation, now);
    Situation opened =
        situation.with(situation.money().withLedger(ledger.map(LedgerChanges::ledger)));
    Situation current = ForgottenModes.tightened(UpToDate.of(opened, now), now);
    TenantConfig config = current.facts().config();
    MarketState state = market.stateOf(current, now);
    PolicyStage.Outcome stage = policy.decide(current, state, new PolicyStage.Moment(slot, now));
    Instant evaluatedAt = clock.instant();
    List<Signal> sent = current.signals().stream().map(signal -> signal.read(now)).toList();
    Set<StrategyName> registered = registered(current);
    List<Signal> signals =
        new ArrayList<>(inProcess(current, slot, state.regime(), registered, now));
    signals.addAll(sent);
    CycleSettings settings = config.cycleSettings(engineVersion).with(market.riskChecks());
    CycleInput input =
        withKnown(input(current, ledger, slot, now, stage, signals), settings, knownIntents);
    CycleOutcome outcome = Cycle.run(input, settings);
    return new Decided(
        situation,
        current,
        slot,
        stage,
        evaluatedAt,
        outcome.with(ShadowDesk.step(current, input, outcome)),
        unreadable(sent, registered));
  }

  /** Of the strategies in process those that the tenant has registered. */
  private List<Signal> inProcess(
      Situation situation,
      Slot slot,
      HealthRegime regime,
      Set<StrategyName> registered,
      Instant now) {
    Optional<AccountSnapshot> account = situation.money().accountOfStrategies();
    if (account.isEmpty() || registered.isEmpty()) {
      return List.of();
    }
    SortedMap<Symbol, BarHistory> bars = new TreeMap<>();
    situation
        .market()
        .symbols()
        .forEach((symbol, known) -> bars.put(symbol, known.bars().closedBy(now)));
    return market.evaluate(new MarketSnapshot(bars, slot.start()), account.get(), regime).stream()
        .filter(signal -> registered.contains(signal.strategy()))
        .toList();
  }

  /** Nobody trades on what cannot be read, so somebody has to know. */
  private static List<Situation.Fault> unreadable(List<Signal> sent, Set<StrategyName> registered) {
    List<Situation.Fault> faults = new ArrayList<>();
    for (Signal signal : sent) {
      signal
          .error()
          .or(signal::entryError)
          .filter(error -> registered.contains(signal.strategy()))
          .ifPresent(
              error ->
                  faults.add(
                      new Situation.Fault(
                          AlertCode.UNREADABLE_SIGNAL,
                          "the signal of " + signal.strategy() + ": " + error)));
    }
    return faults;
  }

  private static Set<StrategyName> registered(Situation situation) {
    return situation.facts().strategies().stream()
        .map(RegisteredStrategy::id)
        .map(StrategyName::of)
        .collect(Collectors.toSet());
  }

  /** Asked once for all signals, and not at all where none wants anything. */
  private static CycleInput withKnown(
      CycleInput input, CycleSettings settings, UnaryOperator<Set<Nonce>> knownIntents) {
    Set<Nonce> wanted = Cycle.wanted(input, settings);
    Set<Nonce> known = new HashSet<>(input.funds().known());
    if (!wanted.isEmpty()) {
      known.addAll(knownIntents.apply(wanted));
    }
    return input.with(input.funds().knowing(Set.copyOf(known)));
  }

  private static CycleInput input(
      Situation situation,
      Optional<LedgerChanges> ledger,
      Slot slot,
      Instant now,
      PolicyStage.Outcome stage,
      List<Signal> signals) {
    MoneyFacts money = situation.money();
    CycleMemory memory = situation.memory();
    return new CycleInput(
        new CycleInput.Occasion(
            situation.facts().tenant().id(), slot, now, memory.chain(), situation.inputHash()),
        new CycleInput.Team(
            situation.facts().strategies(),
            signals,
            memory.performance(),
            memory.stats().map(TenantStats::throttleMemory).orElse(new TreeMap<>())),
        permission(situation, stage),
        new CycleInput.Funds(
            situation.facts().config().conduct().accountId(),
            ledger,
            money.knownNonces(),
            money.weights(),
            lastPrices(situation, now)),
        new RiskInputs(situation.market().vix(), now));
  }

  private static SortedMap<Symbol, BigDecimal> lastPrices(Situation situation, Instant now) {
    SortedMap<Symbol, BigDecimal> prices = new TreeMap<>();
    situation
        .market()
        .symbols()
        .forEach(
            (symbol, known) ->
                known
                    .bars()
                    .closedBy(now)
                    .newest()
                    .ifPresent(bar -> prices.put(symbol, BigDecimal.valueOf(bar.close()))));
    return prices;
  }

  private static CycleInput.Permission permission(Situation situation, PolicyStage.Outcome stage) {
    boolean isGlobal = situation.facts().config().meta().enabled();
    return new CycleInput.Permission(
        situation.facts().control().toState(),
        Optional.of(stage.step().inForce()),
        stage.selection(),
        stage.meta().map(MetaState::policy).filter(policy -> isGlobal),
        stage.evaluation().map(evaluation -> evaluation.selection().ranking()).orElse(List.of()));
  }
}
