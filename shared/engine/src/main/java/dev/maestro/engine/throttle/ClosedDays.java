package dev.maestro.engine.throttle;

import dev.maestro.engine.evidence.track.EvidenceBook;
import dev.maestro.engine.name.StrategyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest closed days of every strategy of a tenant, as the last closing of a day left them.
 *
 * @param byStrategy the rows, or why those of one strategy are not known
 * @param closedDay the newest day that was closed, UTC
 * @param writtenAt when that was
 * @param evidence of all their days with exposure
 */
public record ClosedDays(
    SortedMap<StrategyId, PerformanceReading> byStrategy,
    LocalDate closedDay,
    Instant writtenAt,
    EvidenceBook evidence) {
  /** A weekend, a holiday and the day that is still open: with an older one nothing is known. */
  public static final int MAX_AGE_DAYS = 4;

  /** Clocks of two machines may stand on both sides of midnight. */
  public static final int MAX_LEAD_DAYS = 1;

  /** Days of which no evidence is kept. */
  public ClosedDays(
      SortedMap<StrategyId, PerformanceReading> byStrategy,
      LocalDate closedDay,
      Instant writtenAt) {
    this(byStrategy, closedDay, writtenAt, EvidenceBook.EMPTY);
  }

  /** Keeps its own map. */
  public ClosedDays {
    byStrategy = Collections.unmodifiableSortedMap(new TreeMap<>(byStrategy));
  }

  /**
   * What is known of a strategy, each of its days once. One that is not named is new: no rows. If
   * the newest closed day is more than 4 days before today, UTC, or more than one after it, nothing
   * is known of any.
   */
  public PerformanceReading reading(StrategyId strategy, Instant now, ThrottleConfig config) {
    LocalDate today = dayOf(now);
    if (closedDay.isBefore(today.minusDays(MAX_AGE_DAYS))
        || closedDay.isAfter(today.plusDays(MAX_LEAD_DAYS))) {
      return new PerformanceReading.Unavailable(
          "the newest closed day is " + closedDay + ": run snapshot");
    }
    PerformanceReading known =
        byStrategy.getOrDefault(strategy, new PerformanceReading.Rows(List.of()));
    return known instanceof PerformanceReading.Rows rows
        ? RowsInOrder.before(
            today, rows.closedUpTo(closedDay).with(evidence.opinion(strategy)), config)
        : known;
  }

  /** True if the closed day is over; one that is not was never closed by anybody. */
  public boolean isPast(Instant now) {
    return closedDay.isBefore(dayOf(now));
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** True if the same days say the same, whenever they were written. */
  public boolean saysTheSameAs(ClosedDays other) {
    return byStrategy.equals(other.byStrategy)
        && closedDay.equals(other.closedDay)
        && evidence.equals(other.evidence);
  }
}
