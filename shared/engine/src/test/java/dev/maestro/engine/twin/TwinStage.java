package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.twin.order.Twin;
import dev.maestro.engine.twin.order.TwinAsk;
import dev.maestro.engine.twin.order.TwinEntry;
import dev.maestro.engine.twin.order.TwinExit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A twin, a market, and a cycle after every bar. What is not said costs nothing. */
final class TwinStage {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Money EQUITY = Money.of("10000");
  private static final int SHOWN = 10;
  private static final BigDecimal FREE = BigDecimal.valueOf(1_000_000);

  private final Duration bar;
  private final PaperConfig config;
  private final SortedMap<Symbol, List<Bar>> bars = new TreeMap<>();
  private final List<TwinEntry> entries = new ArrayList<>();
  private final List<TwinExit> exits = new ArrayList<>();
  private Optional<Money> equity = Optional.of(EQUITY);
  private TwinState twin = TwinState.from(START);
  private Instant now = START;
  private boolean isStored = true;

  TwinStage(Duration bar, String slippageBps, String feeBps) {
    this.bar = bar;
    this.config =
        new PaperConfig(
            new BigDecimal(slippageBps), new BigDecimal(feeBps), 10080, BigDecimal.valueOf(2));
  }

  static TwinStage daily() {
    return new TwinStage(Duration.ofDays(1), "0", "0");
  }

  /** An entry of ACME for a share of the equity in each book; 0: it is not let through. */
  TwinStage buy(String nonce, String strategy, Function<TwinBook, String> share) {
    return enter(nonce, new PositionKey(new Symbol("ACME"), new Holder(strategy)), false, share);
  }

  TwinStage enter(
      String nonce, PositionKey key, boolean isShort, Function<TwinBook, String> share) {
    Map<TwinBook, TwinAsk> asks = new EnumMap<>(TwinBook.class);
    for (TwinBook book : TwinBook.values()) {
      BigDecimal part = new BigDecimal(share.apply(book));
      if (part.signum() > 0) {
        asks.put(book, new TwinAsk(terms(part, isShort), SizingLimits.DEFAULTS, 1_000));
      }
    }
    entries.add(
        new TwinEntry(
            new Nonce(nonce),
            key,
            Set.of(key.holder()),
            false,
            Optional.empty(),
            ExitMode.DEFENSIVE_TRAIL,
            asks));
    return this;
  }

  private static EntryTerms terms(BigDecimal share, boolean isShort) {
    return new EntryTerms(
        isShort ? OrderSide.SELL : OrderSide.BUY,
        BigDecimal.ONE,
        share,
        Optional.of(BigDecimal.valueOf(100)),
        Optional.of(new BigDecimal(isShort ? "100000" : "0.0001")),
        Optional.empty(),
        FREE,
        FREE);
  }

  TwinStage leave(String nonce, String strategy) {
    exits.add(
        new TwinExit(
            new Nonce(nonce),
            Optional.of(new Holder(strategy)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            EnumSet.allOf(TwinBook.class)));
    return this;
  }

  TwinStage exit(TwinExit exit) {
    exits.add(exit);
    return this;
  }

  TwinStage equity(Optional<Money> known) {
    equity = known;
    return this;
  }

  /** The same, kept in memory from cycle to cycle, for laws over many of them. */
  TwinStage unstored() {
    isStored = false;
    return this;
  }

  /** The twin as it is read where it was written. */
  TwinState reread() {
    return TwinStateForm.FORM.read(Fields.of("it", TwinStateForm.FORM.write(twin)));
  }

  /** What is ordered stands before the next bar; no bar comes. */
  TwinStage cycle() {
    twin = Twin.step(twin, exits, entries, equity, markets(), now, config);
    twin = isStored ? reread() : twin;
    exits.clear();
    entries.clear();
    return this;
  }

  /** A bar of ACME from one price to another, and a cycle after it. */
  TwinStage bar(double open, double close) {
    return pass(Map.of("ACME", new double[] {open, close}));
  }

  /** A bar's time passes; symbols that are not given have none. */
  TwinStage pass(Map<String, double[]> prices) {
    prices.forEach(
        (symbol, price) ->
            bars.computeIfAbsent(new Symbol(symbol), first -> new ArrayList<>())
                .add(
                    new Bar(
                        now.plusSeconds(1),
                        price[0],
                        Math.max(price[0], price[1]),
                        Math.min(price[0], price[1]),
                        price[1],
                        1)));
    now = now.plus(bar).plusSeconds(1);
    return cycle();
  }

  private SortedMap<Symbol, BarHistory> markets() {
    SortedMap<Symbol, BarHistory> markets = new TreeMap<>();
    bars.forEach(
        (symbol, known) -> {
          int first = Math.max(0, known.size() - SHOWN);
          markets.put(symbol, new BarHistory(bar, known.subList(first, known.size())));
        });
    return markets;
  }

  Instant now() {
    return now;
  }

  TwinState twin() {
    return twin;
  }
}
