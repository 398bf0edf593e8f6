package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.broker.Advance;
import dev.maestro.engine.paper.broker.PaperBroker;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A book of 10,000 and the bars of one symbol, five minutes each. */
public final class PaperStage {
  public static final Symbol SYMBOL = new Symbol("ACME");
  public static final PositionKey KEY = new PositionKey(SYMBOL, new Holder("alpha"));
  public static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
  public static final Duration BAR = Duration.ofMinutes(5);

  /** Without slippage, so that the prices can be read. */
  public static final PaperConfig EXACT =
      new PaperConfig(BigDecimal.ZERO, BigDecimal.ZERO, 60, BigDecimal.valueOf(2));

  private final PaperConfig config;
  private final List<Bar> bars = new ArrayList<>();
  private PaperBook book = PaperBook.of(Money.of("10000"));

  public PaperStage(PaperConfig config) {
    this.config = config;
  }

  public PaperStage order(PaperOrder order) {
    book = book.with(order);
    return this;
  }

  /** The next bar, and what it makes of the book. */
  public Advance bar(double open, double high, double low, double close) {
    Instant start = START.plus(BAR.multipliedBy(bars.size()));
    bars.add(new Bar(start, open, high, low, close, 1));
    return at(start.plus(BAR));
  }

  /** What has been seen by then. */
  public Advance at(Instant now) {
    Advance advance = PaperBroker.advance(book, market(bars), now, config);
    book = advance.book();
    return advance;
  }

  /** A bar of nothing but 100 before any order. */
  public PaperStage quiet() {
    bar(100, 100, 100, 100);
    return this;
  }

  public PaperBook book() {
    return book;
  }

  /** A minute before the next bar starts. */
  public Instant beforeNext() {
    return START.plus(BAR.multipliedBy(bars.size())).minusSeconds(60);
  }

  public static SortedMap<Symbol, BarHistory> market(List<Bar> bars) {
    SortedMap<Symbol, BarHistory> markets = new TreeMap<>();
    markets.put(SYMBOL, new BarHistory(BAR, bars));
    return markets;
  }

  public static PaperOrder entry(
      String nonce, OrderSide side, ExitMode mode, Optional<String> stop, Instant at) {
    return new PaperOrder(
        new Nonce(nonce),
        KEY,
        side,
        Money.of("1000"),
        Quantity.ZERO,
        Optional.empty(),
        mode,
        new PlannedPrice(Optional.of(new BigDecimal("100")), stop.map(BigDecimal::new)),
        at);
  }

  public static PaperOrder limited(PaperOrder order, String limit) {
    return new PaperOrder(
        order.nonce(),
        order.key(),
        order.side(),
        order.notional(),
        order.quantity(),
        Optional.of(new BigDecimal(limit)),
        order.exitMode(),
        order.planned(),
        order.takenAt());
  }

  public static PaperOrder exit(String nonce, OrderSide side, String quantity, Instant at) {
    return new PaperOrder(
        new Nonce(nonce),
        KEY,
        side,
        Money.ZERO,
        Quantity.of(quantity),
        Optional.empty(),
        ExitMode.TREND_FOLLOW,
        PlannedPrice.NONE,
        at);
  }
}
