package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.Guard;
import dev.maestro.engine.paper.LastBar;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.PaperPosition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A book while bars go over it, one after the other. */
final class PaperSession {
  private final PaperConfig config;
  private final PaperHoldings holdings;
  private final List<PaperOrder> orders;
  private final SortedMap<Symbol, LastBar> lastBars;
  private final List<PaperResult> results = new ArrayList<>();
  private final Set<Nonce> openedWithin = new HashSet<>();

  PaperSession(PaperBook book, PaperConfig config) {
    this.config = config;
    this.holdings = new PaperHoldings(book);
    this.orders = new ArrayList<>(book.orders());
    this.lastBars = new TreeMap<>(book.lastBars());
  }

  /** One bar: what is ordered first, at its open or its limit; then what rests; then its close. */
  void take(Symbol symbol, Bar bar) {
    for (PaperOrder order : List.copyOf(orders)) {
      if (order.key().symbol().equals(symbol) && order.isOpenAt(bar.start(), config)) {
        PaperPrice.of(order, bar, config).ifPresent(price -> fill(order, price, bar));
      }
    }
    for (PaperPosition position : holdings.of(symbol)) {
      guard(position, bar);
    }
    openedWithin.clear();
    BigDecimal close = PaperPrice.price(bar.close());
    holdings.closeAt(symbol, close);
    lastBars.put(symbol, new LastBar(bar.start(), close));
  }

  /** Ends what may work no longer, with nothing. */
  void endOrders(Predicate<PaperOrder> isOver) {
    for (PaperOrder order : List.copyOf(orders)) {
      if (isOver.test(order)) {
        end(order, FilledSoFar.NOTHING, order.endsAt(config));
      }
    }
  }

  Advance result() {
    PaperBook book = new PaperBook(holdings.cash(), holdings.all(), orders, lastBars);
    lastBars.keySet().retainAll(book.symbols());
    return new Advance(
        new PaperBook(book.cash(), book.positions(), book.orders(), lastBars),
        results,
        holdings.taken());
  }

  private void fill(PaperOrder order, BigDecimal price, Bar bar) {
    Quantity quantity =
        order.isEntry()
            ? PaperHoldings.bought(order.notional(), price)
            : order.quantity().min(holdings.closable(order.key(), order.side()));
    FilledSoFar figures = figures(quantity, price);
    end(order, figures, bar.start());
    if (figures.quantity().signum() > 0) {
      Guard guard = Guard.of(order.side(), price, order.planned(), order.exitMode(), config);
      holdings.book(order, figures, guard, bar.start());
      if (order.limit().filter(price::equals).isPresent()) {
        openedWithin.add(order.nonce());
      }
    }
  }

  /** The stop before the target: a bar does not tell which of them it touched first. */
  private void guard(PaperPosition position, Bar bar) {
    boolean isWithin = openedWithin.contains(position.opener());
    OrderSide opened = position.opened();
    BigDecimal first = isWithin ? position.guard().best() : PaperPrice.price(bar.open());
    Optional<BigDecimal> stopped = PaperPrice.stop(position.guard(), opened, first, bar, config);
    Optional<BigDecimal> price =
        stopped.isPresent() || isWithin
            ? stopped
            : PaperPrice.target(position.guard(), opened, bar);
    price
        .map(at -> figures(position.quantity(), at))
        .filter(figures -> figures.quantity().signum() > 0)
        .ifPresent(figures -> close(position, figures, bar.start()));
  }

  private void close(PaperPosition position, FilledSoFar figures, Instant at) {
    holdings.close(position, figures, at);
    results.add(
        new PaperResult(
            PaperResult.Of.REST,
            "paper-" + position.opener(),
            position.key(),
            position.closing(),
            figures,
            at));
  }

  private void end(PaperOrder order, FilledSoFar figures, Instant at) {
    orders.remove(order);
    results.add(
        new PaperResult(
            PaperResult.Of.ORDER, order.nonce().value(), order.key(), order.side(), figures, at));
  }

  /** What would be worth nothing at the places of money is nothing. */
  private FilledSoFar figures(Quantity quantity, BigDecimal price) {
    Money notional = Money.rounded(quantity.value().multiply(price));
    return notional.signum() <= 0
        ? FilledSoFar.NOTHING
        : new FilledSoFar(quantity, notional, PaperHoldings.fees(notional, config));
  }
}
