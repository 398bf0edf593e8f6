package dev.maestro.engine.throttle;

import dev.maestro.engine.throttle.PerformanceReading.Rows;
import dev.maestro.engine.throttle.PerformanceReading.Unavailable;
import java.time.LocalDate;
import java.util.ArrayList;
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
    List<DayResult> given = rows.days();
    if (!isAscending(given)) {
      SortedMap<LocalDate, DayResult> byDate = new TreeMap<>();
      for (DayResult row : given) {
        if (byDate.put(row.date(), row) != null) {
          return new Unavailable(row.date() + " has two rows");
        }
      }
      given = List.copyOf(byDate.values());
    }
    List<DayResult> closed = given.subList(0, closedBefore(today, given));
    if (!closed.isEmpty()) {
      LocalDate newest = closed.get(closed.size() - 1).date();
      closed = filled(closed, end(newest, rows.closedUpTo(), today), config);
    }
    return ifKnown(rows.inOrder(closed));
  }

  /** As rows are stored: each day later than the one before. */
  private static boolean isAscending(List<DayResult> rows) {
    for (int i = 1; i < rows.size(); i++) {
      if (!rows.get(i - 1).date().isBefore(rows.get(i).date())) {
        return false;
      }
    }
    return true;
  }

  private static int closedBefore(LocalDate today, List<DayResult> ascending) {
    int count = ascending.size();
    while (count > 0 && !ascending.get(count - 1).date().isBefore(today)) {
      count--;
    }
    return count;
  }

  /** The day after the newest that is closed. */
  private static LocalDate end(LocalDate newest, Optional<LocalDate> closedUpTo, LocalDate today) {
    LocalDate end =
        closedUpTo.map(day -> day.isBefore(today) ? day.plusDays(1) : today).orElse(newest);
    return end.isBefore(newest) ? newest : end;
  }

  /** Days before those that the lookback reaches are not filled: rows of any age may be given. */
  private static List<DayResult> filled(
      List<DayResult> rows, LocalDate end, ThrottleConfig config) {
    long reach = 2L * config.lookbackDays() + 7;
    long last = end.toEpochDay();
    long from = Math.max(rows.get(0).date().toEpochDay(), last - reach);
    List<DayResult> all = new ArrayList<>(rows.size() + 1);
    for (DayResult row : rows) {
      from = fill(all, from, row.date().toEpochDay(), config.calendar());
      all.add(row);
    }
    fill(all, from, last, config.calendar());
    return all;
  }

  /** Adds the market days up to a row; returns the first day that comes into question after it. */
  private static long fill(List<DayResult> rows, long from, long before, MarketCalendar calendar) {
    for (long day = from; day < before; day++) {
      if (calendar.isMarketDay(day)) {
        rows.add(DayResult.idle(LocalDate.ofEpochDay(day), rows.get(rows.size() - 1)));
      }
    }
    return Math.max(from, before + 1);
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
