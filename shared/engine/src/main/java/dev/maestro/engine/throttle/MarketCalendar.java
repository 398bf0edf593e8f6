package dev.maestro.engine.throttle;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Which days a strategy is expected to have a row for. */
public enum MarketCalendar {
  /** Monday to Friday. */
  WEEKDAYS {
    @Override
    boolean isMarketDay(long epochDay) {
      return Math.floorMod(epochDay - MONDAY, DAYS) < WEEKDAYS_A_WEEK;
    }
  },
  /** Markets that never close. */
  EVERY_DAY {
    @Override
    boolean isMarketDay(long epochDay) {
      return true;
    }
  };

  /** A Monday, as days since 1970-01-01. */
  private static final long MONDAY = 4;

  private static final int DAYS = 7;
  private static final int WEEKDAYS_A_WEEK = 5;

  abstract boolean isMarketDay(long epochDay);

  /** 365 periods a year: every day; else weekdays. */
  static MarketCalendar of(int periodsPerYear) {
    return periodsPerYear == 365 ? EVERY_DAY : WEEKDAYS;
  }

  /** The market days from one day on and before another; none if that is not later. */
  public Stream<LocalDate> days(LocalDate from, LocalDate end) {
    return from.isBefore(end)
        ? from.datesUntil(end).filter(day -> isMarketDay(day.toEpochDay()))
        : Stream.<LocalDate>empty();
  }
}
