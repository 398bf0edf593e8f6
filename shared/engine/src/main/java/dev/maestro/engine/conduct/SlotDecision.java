package dev.maestro.engine.conduct;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.archive.ArchivedInput;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.KeptInput;
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
import dev.maestro.engine.conduct.twin.TwinDesk;
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
import dev.maestro.engine.systemic.AnsweredCheck;
import dev.maestro.engine.systemic.RiskCheck;
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
   * @param archived what it was decided from, under its hash
   * @param twin what the cycle was on paper
   * @param unreadable signals that were sent
   */
  record Decided(
      Situation situation,
      Situation current,
      Slot slot,
      PolicyStage.Outcome stage,
      Instant evaluatedAt,
      ArchivedInput archived,
      CycleOutcome outcome,
      TwinDesk.Step twin,
      List<Situation.Fault> unreadable) {

    /** What was found to be unusable, of what is stored and of what was sent. */
    List<Situation.Fault> faults() {
      List<Situation.Fault> all = new ArrayList<>(current.faults());
      all.addAll(unreadable);
      twin.fault().ifPresent(all::add);
      return all;
    }

    private Optional<KeptInput> kept(Instant now) {
      Duration time = current.facts().config().conduct().keepInputs();
      return time.isZero() ? Optional.empty() : Optional.of(archived.kept(now.plus(time)));
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
          kept(now),
          current.memory().day(),
          remembered,
          new CycleCommit.Told(
              new FirstScreen(current, slot, stage, outcome, twin.twin(), now).fields(),
              Metrics.decided(
                  situation.memory().meta().map(MetaState::policy),
                  stage,
                  outcome,
                  !faults().isEmpty(),
                  new Metrics.Times(Duration.between(now, evaluatedAt), took),
                  now),
              twin.twin(),
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
    CycleInput asked = input(current, ledger, slot, now, stage, signals);
    CycleSettings settings = answered(config.cycleSettings(engineVersion), asked);
    CycleInput known = withKnown(asked, settings, knownIntents);
    ArchivedInput archived = ArchivedInput.of(CycleArchive.of(stage, known, settings));
    CycleInput input = known.named(archived.hash());
    CycleOutcome outcome = Cycle.run(input, settings);
    return new Decided(
        situation,
        current,
        slot,
        stage,
        evaluatedAt,
        archived,
        outcome.with(ShadowDesk.step(current, input, outcome)),
        TwinDesk.step(current, input, settings, outcome),
        unreadable(sent, registered));
  }

  /** With the checks that were loaded, each asked once about every entry. */
  private CycleSettings answered(CycleSettings settings, CycleInput input) {
    List<RiskCheck> loaded = market.riskChecks();
    List<Signal> entries = loaded.isEmpty() ? List.of() : Cycle.entries(input, settings);
    List<RiskCheck> answered = new ArrayList<>();
    loaded.forEach(check -> answered.add(AnsweredCheck.ask(check, entries, input.risk())));
    return settings.with(answered);
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
        new CycleInput.Occasion(situation.facts().tenant().id(), slot, now, memory.chain(), ""),
        new CycleInput.Team(
            situation.facts().strategies(),
            signals,
            memory.performance(),
            memory.stats().map(TenantStats::throttleMemory).orElse(new TreeMap<>())),
        stage.permission(situation.facts().control().toState(), situation.facts().config().meta()),
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
}
