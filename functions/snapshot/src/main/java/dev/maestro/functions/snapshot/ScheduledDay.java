package dev.maestro.functions.snapshot;

import com.google.cloud.functions.HttpRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The day that a call closes: the UTC day before its scheduled time, else before now. */
final class ScheduledDay {
  private static final String HEADER = "X-CloudScheduler-ScheduleTime";

  private ScheduledDay() {}

  static LocalDate of(HttpRequest request, Clock clock) {
    Optional<String> scheduled = request.getFirstHeader(HEADER);
    Instant now = clock.instant();
    Instant time = now;
    try {
      if (scheduled.isPresent()) {
        time = OffsetDateTime.parse(scheduled.get().strip()).toInstant();
      }
    } catch (DateTimeException malformed) {
      throw new DateTimeException(
          HEADER + " must be a time like 2026-01-31T16:00:00Z, got '" + scheduled.get() + "'",
          malformed);
    }
    LocalDate today = LocalDate.ofInstant(time, ZoneOffset.UTC);
    if (today.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw new DateTimeException(HEADER + " is a later day than now, got '" + time + "'");
    }
    return today.minusDays(1);
  }
}
