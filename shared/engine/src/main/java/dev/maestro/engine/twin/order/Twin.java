package dev.maestro.engine.twin.order;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.broker.Advance;
import dev.maestro.engine.paper.broker.PaperBroker;
import dev.maestro.engine.twin.TakenSignal;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinTrade;
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

/**
 * One cycle of a twin: new bars go over its books, then exits and entries become orders for the
 * bars to come. The same signals and bars give the same books.
 */
public final class Twin {
  /** No signal lives longer. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Map<TwinBook, TwinLane> lanes = new EnumMap<>(TwinBook.class);
  private final Set<TwinBook> held = EnumSet.noneOf(TwinBook.class);
  private final List<TwinTrade> trades = new ArrayList<>();
  private final SortedMap<Nonce, TakenSignal> taken;
  private final Instant now;
  private int leftOut;

  private Twin(TwinState before, Instant now) {
    this.taken = new TreeMap<>(before.taken());
    this.now = now;
    this.leftOut = before.leftOut();
    taken.values().removeIf(signal -> signal.at().isBefore(now.minus(REMEMBERED)));
  }

  /**
   * The twin after a cycle.
   *
   * @param exits come before entries; a book that acts on one takes no entry of its nonce
   * @param entries in the order in which they are served
   * @param equity of the account, which sizes the entries of all books; empty: it is not known, and
   *     none of them takes any
   * @param markets of {@link TwinState#symbols} at least; without bars of a symbol nothing fills
   */
  public static TwinState step(
      TwinState before,
      List<TwinExit> exits,
      List<TwinEntry> entries,
      Optional<Money> equity,
      SortedMap<Symbol, BarHistory> markets,
      Instant now,
      PaperConfig config) {
    Twin twin = new Twin(before, now);
    SortedMap<Symbol, BarHistory> unseen = UnseenBars.of(before, markets, now);
    before.books().forEach((book, paper) -> twin.advance(book, paper, unseen, config));
    exits.forEach(twin::exit);
    equity.ifPresent(known -> entries.forEach(entry -> twin.enter(entry, known)));
    Map<TwinBook, PaperBook> books = new EnumMap<>(TwinBook.class);
    twin.lanes.forEach((book, lane) -> books.put(book, lane.book()));
    return new TwinState(
        before.since(),
        books,
        twin.taken,
        before.days().after(now, twin.held, BookWorth.of(books, markets, now)),
        before.trades().with(twin.trades),
        twin.leftOut);
  }

  private void advance(
      TwinBook book, PaperBook paper, SortedMap<Symbol, BarHistory> unseen, PaperConfig config) {
    Advance advance = PaperBroker.advance(paper, unseen, now, config);
    advance.taken().forEach(each -> trades.add(TwinTrade.of(book, each)));
    boolean isExposed =
        !paper.positions().isEmpty()
            || !advance.book().positions().isEmpty()
            || !advance.taken().isEmpty();
    if (isExposed) {
      held.add(book);
    }
    lanes.put(book, new TwinLane(advance.book(), now));
  }

  private void exit(TwinExit exit) {
    lanes.forEach(
        (book, lane) -> {
          boolean isAgain = exit.quantity().isPresent() && isTaken(exit.nonce(), book);
          if (exit.books().contains(book) && !isAgain && lane.exit(exit)) {
            take(exit.nonce(), book);
          }
        });
  }

  /** A book that cannot take it would differ for no reason of Maestro's, so none does. */
  private void enter(TwinEntry entry, Money equity) {
    Map<TwinBook, PaperOrder> orders = new EnumMap<>(TwinBook.class);
    boolean isFull = taken.size() >= TwinState.MOST_TAKEN;
    for (Map.Entry<TwinBook, TwinAsk> each : new EnumMap<>(entry.asks()).entrySet()) {
      TwinLane lane = lane(each.getKey());
      OrderSide side = each.getValue().terms().side();
      if (!isTaken(entry.nonce(), each.getKey()) && !lane.isHeld(entry, side)) {
        lane.order(entry, each.getValue(), equity)
            .ifPresent(order -> orders.put(each.getKey(), order));
        isFull |= orders.containsKey(each.getKey()) && lane.isFull();
      }
    }
    if (isFull) {
      leftOut += orders.isEmpty() ? 0 : 1;
      return;
    }
    orders.forEach(
        (book, order) -> {
          lane(book).take(order);
          take(entry.nonce(), book);
        });
  }

  private TwinLane lane(TwinBook book) {
    return Optional.ofNullable(lanes.get(book)).orElseThrow();
  }

  private boolean isTaken(Nonce nonce, TwinBook book) {
    return Optional.ofNullable(taken.get(nonce))
        .filter(signal -> signal.books().contains(book))
        .isPresent();
  }

  private void take(Nonce nonce, TwinBook book) {
    taken.merge(nonce, new TakenSignal(now, EnumSet.of(book)), (before, first) -> before.by(book));
  }
}
