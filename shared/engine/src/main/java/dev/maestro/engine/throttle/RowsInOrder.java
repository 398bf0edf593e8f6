package dev.maestro.engine.throttle;

import dev.maestro.engine.throttle.PerformanceReading.Rows;
import dev.maestro.engine.throttle.PerformanceReading.Unavailable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows as the throttle looks at them, wherever they come from: each day once, oldest first, and one
 * for every market day from the first to the newest that is closed. A day that is missing was a day
 * without a trade: a row of 0. A day that is there twice tells two stories, and a newest row
 * without a mark tells half of one: then nothing is known.
 */
final class RowsInOrder {
  private RowsInOrder() {}

  /**
   * Rows before a day, which is not closed.
   *
   * @return {@link Rows}, complete as far as the lookback goes, or why they say nothing
   */
  static PerformanceReading before(LocalDate today, Rows rows, ThrottleConfig config) {
    SortedMap<LocalDate, DayResult> byDate = new TreeMap<>();
    for (DayResult row : rows.days()) {
      if (byDate.put(row.date(), row) != null) {
        return new Unavailable(row.date() + " has two rows");
      }
    }
    SortedMap<LocalDate, DayResult> closed = new TreeMap<>(byDate.headMap(today));
    if (!closed.isEmpty()) {
      LocalDate end = end(closed.lastKey(), rows.closedUpTo(), today);
      fill(closed, end, config);
    }
    return ifKnown(rows.inOrder(List.copyOf(closed.values())));
  }

  /** The day after the newest that is closed. */
  private static LocalDate end(LocalDate newest, Optional<LocalDate> closedUpTo, LocalDate today) {
    LocalDate end =
        closedUpTo.map(day -> day.isBefore(today) ? day.plusDays(1) : today).orElse(newest);
    return end.isBefore(newest) ? newest : end;
  }

  /** Days before those that the lookback reaches are not filled: rows of any age may be given. */
  private static void fill(
      SortedMap<LocalDate, DayResult> rows, LocalDate end, ThrottleConfig config) {
    long reach = 2L * config.lookbackDays() + 7;
    LocalDate first = rows.firstKey();
    LocalDate from = ChronoUnit.DAYS.between(first, end) > reach ? end.minusDays(reach) : first;
    for (LocalDate day : config.calendar().days(from, end).toList()) {
      if (!rows.containsKey(day)) {
        List<DayResult> before = List.copyOf(rows.headMap(day).values());
        rows.put(day, DayResult.idle(day, before.get(before.size() - 1)));
      }
    }
  }

  private static PerformanceReading ifKnown(Rows rows) {
    List<DayResult> days = rows.days();
    return newestMarkIsUnknown(days)
        ? new Unavailable(
            "what is open at the end of " + days.get(days.size() - 1).date() + " has no known mark")
        : rows;
  }

  private static boolean newestMarkIsUnknown(List<DayResult> rows) {
    return !rows.isEmpty() && rows.get(rows.size() - 1).isUnknown();
  }
}
