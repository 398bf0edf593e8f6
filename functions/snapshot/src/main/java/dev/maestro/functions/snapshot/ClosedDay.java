package dev.maestro.functions.snapshot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day that a call closes: the UTC day before the time it is for. */
final class ClosedDay {
  private ClosedDay() {}

  static LocalDate before(Instant due, Instant now) {
    LocalDate today = LocalDate.ofInstant(due, ZoneOffset.UTC);
    if (today.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw new DateTimeException("the scheduled time is a later day than now, got '" + due + "'");
    }
    return today.minusDays(1);
  }
}
