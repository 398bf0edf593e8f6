package dev.maestro.engine.meta.health;

import dev.maestro.engine.number.ExactRatio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Equity over the last 30 days, time-ordered; a value, and no forecast. */
public final class EquityCurve {
  /** Older points are not looked at. */
  public static final Duration WINDOW = Duration.ofDays(30);

  private static final double NOTHING_LEFT_PCT = 100;

  /** A fall that is known to be as deep as this is bad, whatever hides in holes. */
  private static final double BAD_FALL_PCT = 5;

  private final List<EquityPoint> points;
  private final boolean isWhole;

  private EquityCurve(List<EquityPoint> oldestFirst, boolean isWhole) {
    this.points = oldestFirst;
    this.isWhole = isWhole;
  }

  /** The points from 30 days before now to now, given in any order. */
  public static EquityCurve of(Collection<EquityPoint> points, Instant now) {
    Instant from = now.minus(WINDOW);
    return new EquityCurve(
        points.stream()
            .filter(point -> !point.at().isBefore(from) && !point.at().isAfter(now))
            .sorted(EquityPoint.OLDEST_FIRST)
            .toList(),
        true);
  }

  /**
   * The same points, between which others are missing: a peak may hide there, or a change. Only a
   * fall that they show, and that is bad, is known of such a curve.
   */
  public EquityCurve withHoles() {
    return new EquityCurve(points, false);
  }

  /**
   * The curve that realized P&amp;L draws, where no equity is stored: a point at each close, and
   * one at the start of each UTC day, so that a day without a trade is a day without a change.
   *
   * @param startEquity the equity 30 days before now: base capital plus {@link
   *     RollingTrades#realizedBefore}
   */
  public static EquityCurve ofRealizedPnl(
      BigDecimal startEquity, ClosedTrades trades, Instant now) {
    Instant from = now.minus(WINDOW);
    List<EquityPoint> points = new ArrayList<>();
    points.add(new EquityPoint(from, startEquity));
    BigDecimal equity = startEquity;
    Instant midnight = nextMidnight(from);
    List<ClosedTrade> newestFirst = trades.within(from, now).newestFirst();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      ClosedTrade trade = newestFirst.get(i);
      midnight = carryOver(points, midnight, trade.closedAt(), equity);
      equity = equity.add(trade.realizedPnl());
      points.add(new EquityPoint(trade.closedAt(), equity));
    }
    carryOver(points, midnight, now, equity);
    return new EquityCurve(points, true);
  }

  /** The points, oldest first. */
  public List<EquityPoint> points() {
    return points;
  }

  /**
   * The current fall from the running peak, positive percent; empty without points. A curve that
   * never had any equity has lost everything: 100. With holes it has fallen at least as much as is
   * seen; empty below 5.
   */
  public OptionalDouble drawdownPct() {
    if (points.isEmpty()) {
      return OptionalDouble.empty();
    }
    double seen = seenFallPct();
    return isWhole || seen >= BAD_FALL_PCT ? OptionalDouble.of(seen) : OptionalDouble.empty();
  }

  private double seenFallPct() {
    BigDecimal peak = points.get(0).equity();
    for (EquityPoint point : points) {
      peak = peak.max(point.equity());
    }
    BigDecimal fall = peak.subtract(points.get(points.size() - 1).equity());
    return peak.signum() > 0 ? 100 * ExactRatio.of(fall, peak) : NOTHING_LEFT_PCT;
  }

  /**
   * The mean of the day-over-day changes in percent over the last daily points, a daily point being
   * the newest of its UTC day; changes from a balance at or below 0 are left out. Empty below 2
   * points, if no change is left, and of a curve with holes.
   *
   * @param days daily points, 2 or more
   */
  public OptionalDouble slopePctPerDay(int days) {
    if (!isWhole) {
      return OptionalDouble.empty();
    }
    TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
    points.forEach(point -> byDay.put(dayOf(point.at()), point.equity()));
    List<BigDecimal> daily = new ArrayList<>(byDay.values());
    double sum = 0;
    int changes = 0;
    for (int i = Math.max(1, daily.size() - days + 1); i < daily.size(); i++) {
      BigDecimal before = daily.get(i - 1);
      if (before.signum() > 0) {
        sum += 100 * ExactRatio.of(daily.get(i).subtract(before), before);
        changes++;
      }
    }
    return changes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / changes);
  }

  /** Adds the starts of days up to a time; returns the first one after it. */
  private static Instant carryOver(
      List<EquityPoint> points, Instant midnight, Instant upTo, BigDecimal equity) {
    Instant next = midnight;
    while (!next.isAfter(upTo)) {
      points.add(new EquityPoint(next, equity));
      next = next.plus(Duration.ofDays(1));
    }
    return next;
  }

  private static Instant nextMidnight(Instant time) {
    return dayOf(time).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
