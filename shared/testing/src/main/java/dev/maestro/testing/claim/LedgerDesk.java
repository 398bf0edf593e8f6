package dev.maestro.testing.claim;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reserves as a cycle does, and asks as executors and operators do, on one store. */
public final class LedgerDesk {
  /** Whose ledger. */
  public static final TenantId TENANT = new TenantId("acme");

  /** The executor of the account. */
  public static final String EXECUTOR = "exec-1";

  /** Whose journal the trades of {@code trend} go to. */
  public static final Uid OWNER = new Uid("owner");

  private static final AccountId MAIN = AccountId.MAIN;
  private static final StrategyId TREND = new StrategyId("trend");

  private final LedgerScene scene;
  private final MovableClock clock;

  /** At this store, by this clock. */
  public LedgerDesk(LedgerScene scene, MovableClock clock) {
    this.scene = scene;
    this.clock = clock;
  }

  /** A ledger is born: 1,000,000 on the account, ACTIVE, a policy that allows every symbol. */
  public LedgerDesk open() {
    return open(CapitalConfig.DEFAULTS, "1000000");
  }

  /** The same under other limits, with as much buying power as is said. */
  public LedgerDesk open(CapitalConfig config, String buyingPower) {
    scene.given(TENANT, TradingControl.INITIAL);
    scene.given(TENANT, policy(SymbolsDefault.ALLOW));
    TenantLedger born = TenantLedger.born(EXECUTOR, new TreeMap<>(Map.of(TREND, OWNER)), config);
    Ledger seen = run(born, snapshot(buyingPower)).ledger();
    scene.given(TENANT, MAIN, born.with(seen), List.of());
    return this;
  }

  /** A policy that has just been evaluated and lists no symbol. */
  public StabilityState policy(SymbolsDefault unlisted) {
    return new StabilityState(
        new TradingPolicy(
            RiskProfile.NORMAL,
            new TradingLimits(
                new Percent(50), Fraction.ZERO, EntryMode.NORMAL, ExitMode.TREND_FOLLOW, 20),
            SymbolLists.none(unlisted),
            "a test",
            Set.of(),
            clock.instant(),
            ProfileName.STANDARD),
        Optional.of(clock.instant()),
        Optional.of(clock.instant()),
        Optional.empty(),
        Map.of());
  }

  /** A cycle reserves an entry of trend at 100 for 10,000. */
  public LedgerDesk entry(String nonce, String symbol) {
    LedgerCommand.Reserve reserve =
        new LedgerCommand.Reserve(
            new Nonce(nonce),
            key("trend", symbol),
            Optional.of(new AgentId("agent-trend")),
            new EntryTerms(
                OrderSide.BUY,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                Optional.of(new BigDecimal("100")),
                Optional.of(new BigDecimal("98")),
                Optional.of(new BigDecimal("100")),
                BigDecimal.valueOf(50),
                BigDecimal.valueOf(300)),
            true,
            200,
            200);
    reserve(reserve);
    return this;
  }

  /** A cycle reserves an exit of all that trend holds of the symbol. */
  public LedgerDesk exit(String nonce, String symbol) {
    reserve(new LedgerCommand.Exit(new Nonce(nonce), key("trend", symbol), Optional.empty()));
    return this;
  }

  /** An entry that was claimed and has filled: 100 for 10,000. */
  public LedgerDesk bought(String nonce, String symbol) {
    entry(nonce, symbol).claim(nonce);
    report(nonce, "100", "10000", "1", true);
    return this;
  }

  /** The executor asks with the token of the nonce. */
  public LedgerAnswer claim(String nonce) {
    return claim(nonce, token(nonce));
  }

  /** The executor asks. */
  public LedgerAnswer claim(String nonce, String token) {
    return apply(new LedgerCommand.Claim(new Nonce(nonce), EXECUTOR, token));
  }

  /** The executor reports, with the right token. */
  public LedgerAnswer report(
      String nonce, String quantity, String notional, String fees, boolean isFinal) {
    return report(nonce, token(nonce), figures(quantity, notional, fees), isFinal);
  }

  /** Somebody reports. */
  public LedgerAnswer report(String nonce, String token, FilledSoFar figures, boolean isFinal) {
    return apply(
        new LedgerCommand.Report(
            new Nonce(nonce), token, Optional.of(figures), clock.instant(), isFinal));
  }

  /** A stop of trend sells. */
  public LedgerAnswer stop(String id, String symbol, String quantity, String notional) {
    return apply(
        new LedgerCommand.Close(
            id,
            EXECUTOR,
            key("trend", symbol),
            OrderSide.SELL,
            Optional.of(figures(quantity, notional, "0")),
            clock.instant()));
  }

  /** Any command. */
  public LedgerAnswer apply(LedgerCommand command) {
    return scene.ledgers().apply(TENANT, MAIN, command);
  }

  /** A person throws the tenant's switch. */
  public TradingControl throwSwitch(TradingState state) {
    return throwSwitch(Optional.of(TENANT), state);
  }

  /** A person throws a switch; empty: everybody's. */
  public TradingControl throwSwitch(Optional<TenantId> tenant, TradingState state) {
    return scene
        .controls()
        .put(tenant, new TradingControl(state, "a reason", "op-1", Instant.EPOCH, 0, false));
  }

  /** A snapshot of now that shows 1,000,000 and nothing to compare. */
  public LedgerCommand.Snapshot snapshot() {
    return snapshot("1000000");
  }

  private LedgerCommand.Snapshot snapshot(String buyingPower) {
    return new LedgerCommand.Snapshot(
        Optional.of(Money.of("1000000")),
        Optional.of(Money.of(buyingPower)),
        clock.instant(),
        Optional.empty());
  }

  /** The ledger as it is stored. */
  public Ledger ledger() {
    return scene.ledger(TENANT, MAIN).ledger();
  }

  /** An intent as it is stored. */
  public KeptIntent intent(String nonce) {
    return scene.intent(TENANT, new Nonce(nonce));
  }

  /** Figures of a report. */
  public static FilledSoFar figures(String quantity, String notional, String fees) {
    return new FilledSoFar(Quantity.of(quantity), Money.of(notional), Money.of(fees));
  }

  /** Whose, and of what. */
  public static PositionKey key(String strategy, String symbol) {
    return new PositionKey(new Symbol(symbol), new Holder(strategy));
  }

  /** The token with which the desk claims a nonce. */
  public static String token(String nonce) {
    return "token-of-" + nonce;
  }

  private void reserve(LedgerCommand command) {
    TenantLedger kept = scene.ledger(TENANT, MAIN);
    Outcome outcome = run(kept, command);
    List<KeptIntent> changed = new ArrayList<>();
    for (IntentChange change : outcome.effects().intents()) {
      changed.add(new KeptIntent(MAIN, change.intent(), instructions(), Optional.empty()));
    }
    if (changed.isEmpty()) {
      throw new IllegalStateException("not reserved: " + outcome.answer());
    }
    scene.given(TENANT, MAIN, kept.with(outcome.ledger()), changed);
  }

  /** Under an open switch with the fence that the ledger has seen. */
  private Outcome run(TenantLedger kept, LedgerCommand command) {
    Ledger gated =
        kept.ledger()
            .withControl(TradingControl.INITIAL.withFence(kept.ledger().control().fence()))
            .withPolicy(EntryPolicy.ALLOWS_ALL);
    return CapitalRules.apply(gated, Archive.EMPTY, command, clock.instant(), kept.config());
  }

  private static OrderInstructions instructions() {
    return new OrderInstructions(
        EntryMode.NORMAL,
        ExitMode.TREND_FOLLOW,
        OrderType.LIMIT,
        Optional.of(new BigDecimal("99")),
        new BigDecimal("0.5"),
        false,
        "acme_20260302T120000Z");
  }
}
