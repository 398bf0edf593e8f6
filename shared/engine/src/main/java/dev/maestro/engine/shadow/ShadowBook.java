package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.paper.broker.Advance;
import dev.maestro.engine.paper.broker.PaperBroker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a tenant's strategies hold on paper while they may not trade, by the same broker as paper
 * accounts have. Its cash is no account's: only its trades and marks count.
 *
 * @param taken signals of the last hour, so that one that is seen again is not taken again
 * @param closed the newest {@value #KEPT} trades of each strategy of the last 30 days, oldest first
 */
public record ShadowBook(
    PaperBook book, SortedMap<Nonce, Instant> taken, List<ShadowTrade> closed) {
  /** Positions that it holds at most, and orders: more would not fit its document. */
  public static final int MOST = 200;

  /** Signals of an hour that it remembers. */
  static final int MOST_TAKEN = 1000;

  /** Nothing is held. */
  public static final ShadowBook EMPTY =
      new ShadowBook(PaperBook.of(Money.ZERO), new TreeMap<>(), List.of());

  /** Trades of a strategy that are kept: so many prove it. */
  public static final int KEPT = 10;

  /** What was closed longer ago proves nothing any more. */
  private static final Duration PROVES = Duration.ofDays(30);

  /** No signal lives longer. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** Keeps its own map. */
  public ShadowBook {
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
    closed = List.copyOf(closed);
  }

  /** The symbols of which it needs bars. */
  public SortedSet<Symbol> symbols() {
    return book.symbols();
  }

  /** What it holds. */
  public List<PaperPosition> positions() {
    return book.positions();
  }

  /**
   * One cycle: first the new bars go over what is there, then exits and entries become orders for
   * the bars to come.
   *
   * @param entries that {@link ShadowRule} trades, each with the notional it is to have
   * @param exits of strategies, whether or not they hold anything
   * @param markets of {@link #symbols} at least; without bars of a symbol nothing of it fills
   */
  public ShadowStep step(
      List<PaperOrder> entries,
      List<ShadowExit> exits,
      SortedMap<Symbol, BarHistory> markets,
      Instant now,
      PaperConfig config) {
    Advance advance = PaperBroker.advance(book, markets, now, config);
    SortedMap<Nonce, Instant> recent = new TreeMap<>(taken);
    recent.values().removeIf(at -> at.isBefore(now.minus(REMEMBERED)));
    ShadowOrders orders = new ShadowOrders(advance.book(), recent, now);
    exits.forEach(orders::exit);
    entries.forEach(orders::enter);
    List<ShadowTrade> trades = advance.taken().stream().map(ShadowTrade::of).toList();
    return new ShadowStep(orders.book().with(newest(trades, now)), trades, orders.refused());
  }

  private ShadowBook with(List<ShadowTrade> trades) {
    return new ShadowBook(book, taken, trades);
  }

  private List<ShadowTrade> newest(List<ShadowTrade> more, Instant now) {
    List<ShadowTrade> all = new ArrayList<>(closed);
    all.addAll(more);
    all.removeIf(trade -> trade.closedAt().isBefore(now.minus(PROVES)));
    Map<Holder, Long> left =
        all.stream()
            .collect(Collectors.groupingBy(trade -> trade.key().holder(), Collectors.counting()));
    List<ShadowTrade> kept = new ArrayList<>();
    for (ShadowTrade trade : all) {
      long rest = Optional.ofNullable(left.get(trade.key().holder())).orElse(0L);
      left.put(trade.key().holder(), rest - 1);
      if (rest <= KEPT) {
        kept.add(trade);
      }
    }
    return kept;
  }

  /** What a position is worth above its cost at the last bar that was seen; empty: unknown. */
  public Optional<Money> mark(PaperPosition position) {
    return book.mark(position.key().symbol()).map(price -> gain(position, price));
  }

  /** What each strategy that holds something is above its cost; unknown if one mark is. */
  public SortedMap<Holder, Optional<Money>> marks() {
    SortedMap<Holder, Optional<Money>> marks = new TreeMap<>();
    for (PaperPosition position : positions()) {
      Optional<Money> mark = mark(position);
      marks.merge(
          position.key().holder(), mark, (one, other) -> one.flatMap(sum -> other.map(sum::plus)));
    }
    return marks;
  }

  private static Money gain(PaperPosition position, BigDecimal price) {
    Money cost = position.cost();
    return position.worth(price).minus(position.opened() == OrderSide.BUY ? cost : cost.negated());
  }
}
