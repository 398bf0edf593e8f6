package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The twin of a tenant as one cycle leaves it to the next. Its books begin without cash, so that
 * what one of them is worth is what it has made. No decision looks at it.
 *
 * @param since what was before is not known to it
 * @param books each of them; one that is not given is empty
 * @param taken signals of the last hour
 * @param leftOut entries that no book took because one of them was full
 */
public record TwinState(
    Instant since,
    Map<TwinBook, PaperBook> books,
    SortedMap<Nonce, TakenSignal> taken,
    TwinDays days,
    TwinTrades trades,
    int leftOut) {
  /** Positions and open entries of a book at most: five such books fit one document. */
  public static final int MOST = 100;

  /** Signals that are remembered at most. */
  public static final int MOST_TAKEN = 1000;

  /** Keeps its own copies. */
  public TwinState {
    Map<TwinBook, PaperBook> all = new EnumMap<>(TwinBook.class);
    for (TwinBook book : TwinBook.values()) {
      all.put(book, books.getOrDefault(book, PaperBook.of(Money.ZERO)));
    }
    books = Collections.unmodifiableMap(all);
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
  }

  /** A twin that begins. */
  public static TwinState from(Instant now) {
    return new TwinState(now, Map.of(), new TreeMap<>(), TwinDays.from(now), TwinTrades.NONE, 0);
  }

  /** A book. */
  public PaperBook book(TwinBook book) {
    return books.getOrDefault(book, PaperBook.of(Money.ZERO));
  }

  /** The symbols of which it needs bars. */
  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    books.values().forEach(book -> symbols.addAll(book.symbols()));
    return symbols;
  }
}
