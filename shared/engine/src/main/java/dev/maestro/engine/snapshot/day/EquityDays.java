package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.throttle.MarketCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Start-of-day equity by day, in the tenant's zone.
 *
 * @param points those that can be read and are of their day
 * @param unreadable days whose point stands there and says nothing
 */
public record EquityDays(
    SortedMap<LocalDate, EquityPoint> points, SortedSet<LocalDate> unreadable) {
  /** No zone is further from UTC. */
  private static final Duration OTHER_ZONE = Duration.ofDays(1);

  /** Keeps its own copies. */
  public EquityDays {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    unreadable = Collections.unmodifiableSortedSet(new TreeSet<>(unreadable));
  }

  /** Points as they were found; one whose time is not that of its day is none. */
  public static EquityDays of(Map<LocalDate, Reading<EquityPoint>> found) {
    SortedMap<LocalDate, EquityPoint> points = new TreeMap<>();
    SortedSet<LocalDate> unreadable = new TreeSet<>();
    found.forEach(
        (day, reading) ->
            reading
                .value()
                .filter(point -> isOf(day, point.at()))
                .ifPresentOrElse(point -> points.put(day, point), () -> unreadable.add(day)));
    return new EquityDays(points, unreadable);
  }

  /** These, with the points of some days in place of what stands there. */
  EquityDays with(Map<LocalDate, EquityPoint> others) {
    SortedMap<LocalDate, EquityPoint> all = new TreeMap<>(points);
    all.putAll(others);
    SortedSet<LocalDate> rest = new TreeSet<>(unreadable);
    rest.removeAll(others.keySet());
    return new EquityDays(all, rest);
  }

  /**
   * Days from one on whose equity is not known though it should be: a point that cannot be read, a
   * market day without one between two points. A fall may hide in each of them.
   */
  SortedSet<LocalDate> gaps(LocalDate from, MarketCalendar calendar) {
    SortedSet<LocalDate> gaps = new TreeSet<>(unreadable.tailSet(from));
    if (!points.isEmpty()) {
      LocalDate first = points.firstKey().isBefore(from) ? from : points.firstKey();
      calendar
          .days(first, points.lastKey())
          .filter(day -> !points.containsKey(day))
          .forEach(gap -> gaps.add(gap));
    }
    return gaps;
  }

  private static boolean isOf(LocalDate day, Instant at) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Duration.between(start, at).abs().compareTo(OTHER_ZONE) <= 0;
  }
}
