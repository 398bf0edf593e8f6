package dev.maestro.engine.twin.order;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.LastBar;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.twin.BookAmounts;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What books on paper are worth: cash, and what is held at the close of its newest bar. */
final class BookWorth {
  private BookWorth() {}

  /** Of all books; empty if something that one of them holds has no bar that closed today. */
  static Optional<BookAmounts> of(
      Map<TwinBook, PaperBook> books, SortedMap<Symbol, BarHistory> markets, Instant now) {
    Map<TwinBook, Money> worth = new EnumMap<>(TwinBook.class);
    for (Map.Entry<TwinBook, PaperBook> each : books.entrySet()) {
      Optional<Money> known = of(each.getValue(), markets, TwinDays.dayOf(now));
      if (known.isEmpty()) {
        return Optional.empty();
      }
      worth.put(each.getKey(), known.get());
    }
    return Optional.of(BookAmounts.of(book -> worth.getOrDefault(book, Money.ZERO)));
  }

  private static Optional<Money> of(
      PaperBook book, SortedMap<Symbol, BarHistory> markets, LocalDate today) {
    Money sum = book.cash();
    for (PaperPosition position : book.positions()) {
      Symbol symbol = position.key().symbol();
      Optional<LastBar> mark =
          Optional.ofNullable(markets.get(symbol))
              .flatMap(
                  history ->
                      Optional.ofNullable(book.lastBars().get(symbol))
                          .filter(bar -> isOf(today, bar, history)));
      if (mark.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(position.worth(mark.get().close()));
    }
    return Optional.of(sum);
  }

  private static boolean isOf(LocalDate day, LastBar bar, BarHistory history) {
    return TwinDays.dayOf(bar.start().plus(history.barLength())).equals(day);
  }
}
