package dev.maestro.engine.capital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.IntentChange;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.invariant.CashInvariant;
import dev.maestro.engine.capital.invariant.LedgerInvariants;
import dev.maestro.engine.capital.invariant.StepInvariants;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A ledger with its store, on which commands are run; every invariant is asserted after each. */
public final class LedgerStage implements Archive {
  public static final String EXECUTOR = "exec-1";

  private final CapitalConfig config;
  private final SortedMap<Nonce, Intent> intents = new TreeMap<>();
  private final SortedMap<String, LedgerTrade> trades = new TreeMap<>();
  private final List<AlertCode> alerts = new ArrayList<>();
  private final Set<CommandCode> codes = EnumSet.noneOf(CommandCode.class);
  private Ledger ledger;
  private Instant now = Instant.parse("2026-03-02T14:00:00Z");

  public LedgerStage(CapitalConfig config) {
    this(config, EXECUTOR);
  }

  public LedgerStage(CapitalConfig config, String executor) {
    this.config = config;
    this.ledger = Ledger.empty(executor);
  }

  /** An account of 100,000 that has just been seen, and holds nothing. */
  public static LedgerStage ready() {
    return ready(CapitalConfig.DEFAULTS);
  }

  public static LedgerStage ready(CapitalConfig config) {
    LedgerStage stage = new LedgerStage(config);
    stage.account("100000", "100000");
    stage.later(10);
    return stage;
  }

  public Outcome run(LedgerCommand command) {
    Outcome outcome = CapitalRules.apply(ledger, this, command, now, config);
    assertThat(StepInvariants.of(ledger, this, command, outcome)).as("%s", command).isEmpty();
    outcome.effects().intents().stream()
        .map(IntentChange::intent)
        .forEach(intent -> intents.put(intent.nonce(), intent));
    outcome.effects().trades().forEach(trade -> trades.put(trade.id(), trade));
    outcome.effects().alerts().stream().map(CapitalAlert::code).forEach(alerts::add);
    codes.add(outcome.code());
    ledger = outcome.ledger();
    assertThat(LedgerInvariants.of(ledger, config)).as("%s", command).isEmpty();
    assertThat(CashInvariant.of(ledger, intents.values(), trades.values()))
        .as("%s", command)
        .isEmpty();
    return outcome;
  }

  /** Every code that was answered. */
  public Set<CommandCode> codes() {
    return codes;
  }

  public LedgerStage later(long seconds) {
    now = now.plusSeconds(seconds);
    return this;
  }

  public LedgerStage later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public Instant now() {
    return now;
  }

  public Ledger ledger() {
    return ledger;
  }

  public List<AlertCode> alerts() {
    return alerts;
  }

  @Override
  public Optional<Intent> intent(Nonce nonce) {
    return Optional.ofNullable(intents.get(nonce));
  }

  @Override
  public Optional<LedgerTrade> trade(String id) {
    return Optional.ofNullable(trades.get(id));
  }

  /** All there ever were. */
  public SortedMap<Nonce, Intent> intents() {
    return intents;
  }

  public SortedMap<String, LedgerTrade> trades() {
    return trades;
  }

  public IntentState state(String nonce) {
    return intent(new Nonce(nonce)).orElseThrow().state();
  }

  public BigDecimal available() {
    return LedgerSums.available(ledger).orElseThrow();
  }

  public String held(String strategy, String symbol) {
    return ledger
        .book()
        .holdings()
        .get(key(strategy, symbol))
        .map(held -> held.quantity().toString())
        .orElse("0");
  }

  public Outcome account(String equity, String buyingPower) {
    return run(
        new LedgerCommand.Snapshot(
            Optional.of(Money.of(equity)),
            Optional.of(Money.of(buyingPower)),
            now,
            Optional.empty()));
  }

  /** A snapshot with symbol, quantity, price in turn; without any it is an empty list. */
  public Outcome shows(String... rows) {
    List<ShownPosition> positions = new ArrayList<>();
    for (int i = 0; i < rows.length; i += 3) {
      positions.add(
          new ShownPosition(
              Optional.of(new Symbol(rows[i])),
              Optional.of(new BigDecimal(rows[i + 1])),
              Optional.of(new BigDecimal(rows[i + 2]))));
    }
    return run(
        new LedgerCommand.Snapshot(
            Optional.of(Money.of("100000")),
            Optional.of(Money.of("100000")),
            now,
            Optional.of(positions)));
  }

  /** An entry at a price of 100 for at most 10,000. */
  public CommandCode buy(String nonce, String strategy, String symbol) {
    return run(entry(nonce, strategy, symbol, OrderSide.BUY, true)).code();
  }

  public CommandCode sellShort(String nonce, String strategy, String symbol) {
    return run(entry(nonce, strategy, symbol, OrderSide.SELL, true)).code();
  }

  public static LedgerCommand.Reserve entry(
      String nonce, String strategy, String symbol, OrderSide side, boolean scaleIn) {
    return new LedgerCommand.Reserve(
        new Nonce(nonce),
        key(strategy, symbol),
        Optional.of(new AgentId("agent-" + strategy)),
        terms(side, "0.5", "0.2"),
        scaleIn,
        20,
        100);
  }

  public static EntryTerms terms(OrderSide side, String weight, String allocation) {
    return new EntryTerms(
        side,
        new BigDecimal(weight),
        new BigDecimal(allocation),
        Optional.of(new BigDecimal("100")),
        Optional.empty(),
        Optional.of(new BigDecimal("100")),
        BigDecimal.valueOf(50),
        BigDecimal.valueOf(100));
  }

  public Outcome exit(String nonce, String strategy, String symbol) {
    return run(new LedgerCommand.Exit(new Nonce(nonce), key(strategy, symbol), Optional.empty()));
  }

  public CommandCode claim(String nonce) {
    return claim(nonce, token(nonce)).code();
  }

  public Outcome claim(String nonce, String token) {
    return run(new LedgerCommand.Claim(new Nonce(nonce), EXECUTOR, token));
  }

  public CommandCode fills(String nonce, String quantity, String notional) {
    return report(nonce, quantity, notional, "0", now, false).code();
  }

  public CommandCode ends(String nonce, String quantity, String notional) {
    return report(nonce, quantity, notional, "0", now, true).code();
  }

  public Outcome report(
      String nonce, String quantity, String notional, String fees, Instant at, boolean isFinal) {
    return run(
        new LedgerCommand.Report(
            new Nonce(nonce), token(nonce), figures(quantity, notional, fees), at, isFinal));
  }

  public CommandCode stop(
      String id, String strategy, String symbol, OrderSide side, String quantity, String notional) {
    return run(new LedgerCommand.Close(
            id, EXECUTOR, key(strategy, symbol), side, figures(quantity, notional, "0"), now))
        .code();
  }

  public CommandCode control(TradingState state) {
    return run(new LedgerCommand.Control(state, "op-1", "a reason")).code();
  }

  public CommandCode settle() {
    return run(new LedgerCommand.Settle()).code();
  }

  /** Reserves, claims and fills an entry: quantity for notional, all of it, and ends it. */
  public LedgerStage bought(
      String nonce, String strategy, String symbol, String quantity, String notional) {
    assertThat(buy(nonce, strategy, symbol)).isEqualTo(CommandCode.RESERVED);
    assertThat(claim(nonce)).isEqualTo(CommandCode.GRANTED);
    assertThat(ends(nonce, quantity, notional)).isEqualTo(CommandCode.RECORDED);
    return this;
  }

  public static Optional<FilledSoFar> figures(String quantity, String notional, String fees) {
    Quantity filled = Quantity.of(quantity);
    Money worth = Money.of(notional);
    return FilledSoFar.isPossible(filled, worth, Money.of(fees))
        ? Optional.of(new FilledSoFar(filled, worth, Money.of(fees)))
        : Optional.empty();
  }

  public static String token(String nonce) {
    return "token-of-" + nonce;
  }

  public static PositionKey key(String strategy, String symbol) {
    return new PositionKey(new Symbol(symbol), new Holder(strategy));
  }
}
