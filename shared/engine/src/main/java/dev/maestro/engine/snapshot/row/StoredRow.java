package dev.maestro.engine.snapshot.row;

import java.math.BigDecimal;
import java.util.Optional;

/** A row as it was found in the store. */
public sealed interface StoredRow {
  /**
   * A row whose mark and capital can be read.
   *
   * @param mark unrealized P&amp;L at the end of the period; empty: unknown
   * @param capital above 0; empty: unknown
   * @param row all of it; empty if another part of it is missing or cannot be read
   * @param isWhole true if it stands exactly as the row would be written
   */
  record Known(
      Optional<BigDecimal> mark,
      Optional<BigDecimal> capital,
      Optional<PeriodRow> row,
      boolean isWhole)
      implements StoredRow {
    /** A row that stands as it was written. */
    public static Known whole(PeriodRow row) {
      return new Known(row.unrealizedPnl(), row.capitalBase(), Optional.of(row), true);
    }
  }

  /**
   * A row that was there and cannot be used: its mark may be a loss.
   *
   * @param why names the field and the mend
   */
  record Unreadable(String why) implements StoredRow {}
}
