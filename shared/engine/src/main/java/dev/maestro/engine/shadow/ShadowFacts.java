package dev.maestro.engine.shadow;

import dev.maestro.engine.name.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of trading on paper when a day is closed.
 *
 * @param book as the newest cycle left it; empty: it cannot be read
 * @param trades closed since {@link #LOOK_BACK} before the end of the day, those after it too;
 *     empty: one of them cannot be read
 */
public record ShadowFacts(Optional<ShadowBook> book, Optional<List<ShadowTrade>> trades) {
  /** Nobody traded on paper. */
  public static final ShadowFacts NONE =
      new ShadowFacts(Optional.of(ShadowBook.EMPTY), Optional.of(List.of()));

  /** A day closes what happened since the last one that was: a weekend, a holiday, a missed run. */
  public static final Duration LOOK_BACK = Duration.ofDays(8);

  /** Keeps its own list. */
  public ShadowFacts {
    trades = trades.map(List::copyOf);
  }

  /** The symbols whose bars are needed. */
  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    book.ifPresent(known -> symbols.addAll(known.symbols()));
    trades.ifPresent(known -> known.forEach(trade -> symbols.add(trade.key().symbol())));
    return symbols;
  }
}
