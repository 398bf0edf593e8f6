package dev.maestro.embedded.journal.row;

import dev.maestro.engine.journal.TradeReading;

/** Takes the rows of a journal in file order. */
@FunctionalInterface
public interface RowSink {
  /** Takes one row, which stands at the given line, counted from 1. */
  void accept(TradeReading reading, long line);

  /**
   * Takes one row together with all its fields, which may be looked at during the call only. A line
   * that could not be taken apart has none and comes without.
   */
  default void accept(TradeReading reading, long line, JournalRow row) {
    accept(reading, line);
  }

  /** True if the text of every row is asked for; it costs time. */
  default boolean wantsText() {
    return false;
  }
}
