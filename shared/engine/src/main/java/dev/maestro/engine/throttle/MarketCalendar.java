package dev.maestro.engine.throttle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Which days a strategy is expected to have a row for. */
public enum MarketCalendar {
  /** Monday to Friday. */
  WEEKDAYS {
    @Override
    boolean isMarketDay(LocalDate day) {
      return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
  },
  /** Markets that never close. */
  EVERY_DAY {
    @Override
    boolean isMarketDay(LocalDate day) {
      return true;
    }
  };

  abstract boolean isMarketDay(LocalDate day);

  /** 365 periods a year: every day; else weekdays. */
  static MarketCalendar of(int periodsPerYear) {
    return periodsPerYear == 365 ? EVERY_DAY : WEEKDAYS;
  }

  /** The market days from one day on and before another; none if that is not later. */
  public Stream<LocalDate> days(LocalDate from, LocalDate end) {
    return from.isBefore(end)
        ? from.datesUntil(end).filter(this::isMarketDay)
        : Stream.<LocalDate>empty();
  }
}
