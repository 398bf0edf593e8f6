package dev.maestro.engine.twin.order;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.twin.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The few bars that some book of a twin has not seen, so that five books need not look for them.
 */
final class UnseenBars {
  private UnseenBars() {}

  static SortedMap<Symbol, BarHistory> of(
      TwinState twin, SortedMap<Symbol, BarHistory> markets, Instant now) {
    SortedMap<Symbol, BarHistory> unseen = new TreeMap<>();
    for (Symbol symbol : twin.symbols()) {
      Optional<BarHistory> history = Optional.ofNullable(markets.get(symbol));
      Optional<Instant> seen =
          twin.books().values().stream()
              .map(book -> seenUntil(book, symbol))
              .flatMap(Optional::stream)
              .min(Instant::compareTo);
      history.ifPresent(known -> unseen.put(symbol, later(known.closedBy(now), seen)));
    }
    return unseen;
  }

  private static Optional<Instant> seenUntil(PaperBook book, Symbol symbol) {
    return book.symbols().contains(symbol) ? book.seenUntil(symbol) : Optional.empty();
  }

  private static BarHistory later(BarHistory history, Optional<Instant> seen) {
    List<Bar> bars = history.bars();
    int first = bars.size();
    while (first > 0 && seen.filter(bars.get(first - 1).start()::isAfter).isPresent()) {
      first--;
    }
    return new BarHistory(history.barLength(), bars.subList(first, bars.size()));
  }
}
