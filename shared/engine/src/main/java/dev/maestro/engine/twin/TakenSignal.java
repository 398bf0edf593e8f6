package dev.maestro.engine.twin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A signal that books have acted on, so that none of them does so twice.
 *
 * @param at when the first of them did
 */
public record TakenSignal(Instant at, Set<TwinBook> books) {
  /** Keeps its own set. */
  public TakenSignal {
    books = books.isEmpty() ? EnumSet.noneOf(TwinBook.class) : EnumSet.copyOf(books);
  }

  /** The same, by one more. */
  public TakenSignal by(TwinBook book) {
    Set<TwinBook> more = EnumSet.of(book);
    more.addAll(books);
    return new TakenSignal(at, more);
  }
}
