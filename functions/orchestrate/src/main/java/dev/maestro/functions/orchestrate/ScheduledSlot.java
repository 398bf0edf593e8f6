package dev.maestro.functions.orchestrate;

import com.google.cloud.functions.HttpRequest;
import dev.maestro.engine.cycle.Slot;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The slot of a call: its scheduled time floored to 5 minutes, else that of now. */
final class ScheduledSlot {
  private static final String HEADER = "X-CloudScheduler-ScheduleTime";

  private ScheduledSlot() {}

  static Slot of(HttpRequest request, Clock clock) {
    Optional<String> scheduled = request.getFirstHeader(HEADER);
    try {
      return Slot.of(
          scheduled.isEmpty()
              ? clock.instant()
              : OffsetDateTime.parse(scheduled.get().strip()).toInstant());
    } catch (DateTimeException malformed) {
      throw new DateTimeException(
          HEADER + " must be a time like 2026-01-31T16:00:00Z, got '" + scheduled.get() + "'",
          malformed);
    }
  }
}
