package dev.maestro.engine.paper.broker;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * (book, bars, time) to (book, fills, closes). The same orders and bars give the same fills,
 * whether the bars come one by one or together. No bar, no fill.
 */
public final class PaperBroker {
  private PaperBroker() {}

  /**
   * Takes a book over the bars that it has not seen.
   *
   * @param markets of the book's symbols; of one that is missing nothing happens
   * @param now bars that have not closed by then are left alone
   */
  public static Advance advance(
      PaperBook book, SortedMap<Symbol, BarHistory> markets, Instant now, PaperConfig config) {
    PaperSession session = new PaperSession(book, config);
    for (SymbolBar each : unseen(book, markets, now)) {
      session.take(each.symbol(), each.bar());
    }
    session.endOrders(
        order ->
            !now.isBefore(order.endsAt(config).plus(barLength(markets, order.key().symbol()))));
    return session.result();
  }

  /** Of all symbols together, in the order of time. */
  private static List<SymbolBar> unseen(
      PaperBook book, SortedMap<Symbol, BarHistory> markets, Instant now) {
    SortedSet<Symbol> symbols = book.symbols();
    List<SymbolBar> bars = new ArrayList<>();
    markets.forEach(
        (symbol, history) -> {
          Optional<Instant> seen = book.seenUntil(symbol).filter(any -> symbols.contains(symbol));
          for (Bar bar : history.closedBy(now).bars()) {
            if (seen.filter(bar.start()::isAfter).isPresent() && PaperPrice.isUsable(bar)) {
              bars.add(new SymbolBar(symbol, bar));
            }
          }
        });
    bars.sort(Comparator.comparing(SymbolBar::start).thenComparing(SymbolBar::symbol));
    return bars;
  }

  /** A bar that began while an order worked may still fill it when it closes. */
  private static Duration barLength(SortedMap<Symbol, BarHistory> markets, Symbol symbol) {
    return Optional.ofNullable(markets.get(symbol))
        .map(BarHistory::barLength)
        .orElse(Duration.ZERO);
  }

  private record SymbolBar(Symbol symbol, Bar bar) {
    Instant start() {
      return bar.start();
    }
  }
}
