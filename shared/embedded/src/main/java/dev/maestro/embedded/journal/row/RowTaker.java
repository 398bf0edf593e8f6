package dev.maestro.embedded.journal.row;

import dev.maestro.engine.journal.RejectReason;

/** Takes the rows of a file as they are taken apart, one by one. */
public interface RowTaker {
  /** A row with all its cells. */
  void row(JournalRow row, long line);

  /** A row with cells too many or too few. */
  default void broken(JournalRow row, long line, String found) {}

  /** A line that is no row. */
  default void broken(long line, RejectReason reason, String found) {}
}
