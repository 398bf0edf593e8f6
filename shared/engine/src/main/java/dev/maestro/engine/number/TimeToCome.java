package dev.maestro.engine.number;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Tells a stored time that no clock can have written. Clocks differ by minutes and zones by hours;
 * what is further ahead would hold for as long as it likes, so it is unreadable.
 */
public final class TimeToCome {
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private TimeToCome() {}

  /** True if the time is more than a day after now. */
  public static boolean is(Instant time, Instant now) {
    return time.isAfter(now.plus(TOLERANCE));
  }

  /** True if the day is after the one that follows now in UTC, as it is in no zone. */
  public static boolean is(LocalDate day, Instant now) {
    return day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
  }
}
