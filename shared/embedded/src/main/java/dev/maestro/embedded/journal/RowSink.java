package dev.maestro.embedded.journal;

import dev.maestro.engine.journal.TradeReading;

/** Takes the rows of a journal in file order. */
@FunctionalInterface
public interface RowSink {
  /** Takes one row, which stands at the given line, counted from 1. */
  void accept(TradeReading reading, long line);
}
