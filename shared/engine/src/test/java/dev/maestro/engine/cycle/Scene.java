package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.Issue;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.cycle.input.StrategySelection;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.systemic.VixCheck;
import dev.maestro.engine.throttle.Days;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The cycle of a test, told in sentences: {@code Scene.calm().with("trend").says("trend", ...)}. A
 * calm scene has nothing against any entry.
 */
final class Scene {
  /** Of the newest bars. */
  private static final SortedMap<Symbol, BigDecimal> PRICES = prices();

  TenantId tenant = new TenantId("acme");
  Slot slot = Slot.of(Spoken.SLOT);
  Instant now = Spoken.NOW;
  final Map<String, RegisteredStrategy> strategies = new TreeMap<>();
  final List<Signal> signals = new ArrayList<>();
  final Map<StrategyId, PerformanceReading> performance = new HashMap<>();
  final Map<StrategyId, ThrottleMemory> memory = new HashMap<>();
  boolean accountIsKnown = true;
  Duration accountAge = Duration.ZERO;
  final List<Position> positions = new ArrayList<>();
  final List<PositionKey> inFlight = new ArrayList<>();
  Optional<TradingPolicy> policy = Optional.of(Policies.open());
  StrategySelection selection = new StrategySelection.All();
  ControlState control = ControlState.ACTIVE;
  Optional<RiskInputs.Vix> vix = Optional.of(new RiskInputs.Vix(new BigDecimal("15"), Spoken.NOW));
  final Set<Nonce> knownNonces = new HashSet<>();
  ChainHead chain = ChainHead.EMPTY;
  ThrottleConfig throttle = ThrottleConfig.DEFAULTS;
  SystemicConfig systemic = SystemicConfig.DEFAULTS;
  final List<RiskCheck> checks = new ArrayList<>(VixCheck.above(new BigDecimal("30")));
  String buyingPower = "100000000";
  boolean ledgerIsReadable = true;
  int maxOpen = 500;
  BigDecimal unknownWeight = new BigDecimal("0.05");
  boolean exitScopeAccount;
  boolean isFlattening;

  private Scene() {}

  private static SortedMap<Symbol, BigDecimal> prices() {
    SortedMap<Symbol, BigDecimal> prices = new TreeMap<>();
    for (String symbol : List.of("AAPL", "MSFT", "SPY")) {
      prices.put(new Symbol(symbol), new BigDecimal("100"));
    }
    return prices;
  }

  static Scene calm() {
    return new Scene();
  }

  /** Live strategies whose days call for ACTIVE. */
  Scene with(String... ids) {
    for (String id : ids) {
      strategies.put(id, RegisteredStrategy.live(new StrategyId(id), new Uid("owner")));
      performs(id, ThrottleMode.ACTIVE);
    }
    return this;
  }

  /** One strategy that says one thing. */
  static Scene where(String strategy, Spoken spoken) {
    return calm().with(strategy).says(strategy, spoken);
  }

  Scene says(String strategy, Spoken spoken) {
    signals.add(spoken.by(strategy));
    return this;
  }

  Scene performs(String strategy, ThrottleMode mode) {
    performance.put(new StrategyId(strategy), new PerformanceReading.Rows(Days.callingFor(mode)));
    return this;
  }

  Scene isUnreadable(String strategy) {
    performance.put(
        new StrategyId(strategy), new PerformanceReading.Unavailable("the store does not answer"));
    return this;
  }

  Scene is(String strategy, StrategyStatus status) {
    return change(strategy, old -> old.with(status));
  }

  Scene mayShort(String strategy) {
    return change(
        strategy,
        old ->
            new RegisteredStrategy(
                old.id(),
                old.name(),
                old.status(),
                old.uid(),
                old.agentId(),
                old.regimeTags(),
                true,
                old.scaleIn(),
                old.version()));
  }

  Scene mayScaleIn(String strategy) {
    return change(
        strategy,
        old ->
            new RegisteredStrategy(
                old.id(),
                old.name(),
                old.status(),
                old.uid(),
                old.agentId(),
                old.regimeTags(),
                old.allowShorts(),
                true,
                old.version()));
  }

  Scene isOf(String strategy, String version) {
    return change(
        strategy,
        old ->
            new RegisteredStrategy(
                old.id(),
                old.name(),
                old.status(),
                old.uid(),
                old.agentId(),
                old.regimeTags(),
                old.allowShorts(),
                old.scaleIn(),
                Optional.of(new StrategyVersion(version))));
  }

  private Scene change(String strategy, UnaryOperator<RegisteredStrategy> change) {
    strategies.computeIfPresent(strategy, (id, old) -> change.apply(old));
    return this;
  }

  /** A signed quantity; negative for a short. */
  Scene holds(String strategy, String symbol, String quantity) {
    positions.add(
        new Position(
            Optional.of(new Symbol(symbol)),
            new BigDecimal(quantity),
            BigDecimal.TEN,
            StrategyId.of(strategy)));
    return this;
  }

  Scene inFlight(String strategy, String symbol) {
    inFlight.add(new PositionKey(new Symbol(symbol), Holder.of(new StrategyId(strategy))));
    return this;
  }

  Scene withoutAccount() {
    accountIsKnown = false;
    return this;
  }

  Scene accountOf(Duration age) {
    accountAge = age;
    return this;
  }

  Scene under(TradingPolicy inForce) {
    policy = Optional.of(inForce);
    return this;
  }

  Scene withoutPolicy() {
    policy = Optional.empty();
    return this;
  }

  Scene switchedTo(TradingState state) {
    control = new ControlState(state, "a test");
    return this;
  }

  Scene selecting(Set<String> allowed, Set<String> probation) {
    selection = StrategySelection.Only.of(allowed, probation);
    return this;
  }

  Scene withoutVix() {
    vix = Optional.empty();
    return this;
  }

  Scene withVix(String value) {
    vix = Optional.of(new RiskInputs.Vix(new BigDecimal(value), now));
    return this;
  }

  /** Three further strategies that sell what they do not hold. */
  Scene inPanic() {
    for (String seller : List.of("seller1", "seller2", "seller3")) {
      with(seller).says(seller, Spoken.sell("SPY"));
    }
    return this;
  }

  Scene later(Duration by) {
    now = now.plus(by);
    return this;
  }

  CycleInput input() {
    return new CycleInput(
        new CycleInput.Occasion(tenant, slot, now, chain, "input-hash"),
        new CycleInput.Team(
            List.copyOf(strategies.values()),
            List.copyOf(signals),
            Map.copyOf(performance),
            Map.copyOf(memory)),
        new CycleInput.Permission(control, policy, selection, Optional.empty(), List.of()),
        new CycleInput.Funds(
            AccountId.MAIN,
            ledgerIsReadable ? Optional.of(LedgerChanges.none(ledger())) : Optional.empty(),
            Set.copyOf(knownNonces),
            Collections.unmodifiableSortedMap(
                new TreeMap<>(Map.of("trend", new BigDecimal("0.6")))),
            PRICES),
        new RiskInputs(vix, now));
  }

  private TenantLedger ledger() {
    Ledger ledger =
        Ledger.empty("paper")
            .withControl(
                new TradingControl(control.state(), control.reason(), "op", now, 0, isFlattening));
    if (accountIsKnown) {
      ledger =
          ledger.withAccount(
              new BrokerAccount(
                  Money.of("100000"), Money.of(buyingPower), now.minus(accountAge), false));
    }
    PositionBook book = ledger.book();
    for (Position position : positions) {
      book = book.opened(holding(position));
    }
    OpenIntents open = ledger.intents();
    for (PositionKey key : inFlight) {
      open = open.with(Intent.reserved(entry(key)));
    }
    return new TenantLedger(
        ledger.withBook(book).withIntents(open),
        Collections.emptySortedMap(),
        new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 5, 60, maxOpen));
  }

  private LedgerHolding holding(Position position) {
    Holder holder = position.strategy().map(Holder::of).orElse(Holder.NOBODY);
    return new LedgerHolding(
        new PositionKey(position.symbol().orElseThrow(), holder),
        new Stake(new Quantity(position.quantity()), Money.of("100"), Money.ZERO, Money.ZERO),
        holder.isNobody() ? Optional.empty() : Optional.of(new AgentId(holder.value())),
        now);
  }

  private IntentOrder entry(PositionKey key) {
    return IntentOrder.entry(
        new Nonce("in-flight-" + inFlight.indexOf(key)),
        key,
        OrderSide.BUY,
        Optional.of(new AgentId(key.holder().value())),
        Money.of("100"),
        PlannedPrice.NONE,
        new Issue(0, now, now.plusSeconds(600)));
  }

  CycleSettings settings() {
    return new CycleSettings(
        throttle,
        systemic,
        checks,
        exitScopeAccount,
        unknownWeight,
        new BigDecimal("1000"),
        "config-hash",
        "1.0-test");
  }

  CycleOutcome run() {
    return Cycle.run(input(), settings());
  }

  /** The signals of a strategy as they leave. */
  List<DecidedSignal> decided(String strategy) {
    return run().signals().stream()
        .filter(s -> s.signal().strategy().value().equals(strategy))
        .toList();
  }

  /** The one signal of a strategy as it leaves. */
  DecidedSignal verdictOn(String strategy) {
    List<DecidedSignal> all = decided(strategy);
    if (all.size() != 1) {
      throw new AssertionError("one signal of " + strategy + " expected, got " + all);
    }
    return all.get(0);
  }

  /** The reasons against the one signal of a strategy. */
  List<String> against(String strategy) {
    return verdictOn(strategy).verdict().codes();
  }
}
