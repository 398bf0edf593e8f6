package dev.maestro.engine.cycle.input;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The five minutes that a cycle decides for.
 *
 * @param start a multiple of 5 minutes
 */
public record Slot(Instant start) {
  private static final Duration LENGTH = Duration.ofMinutes(5);

  /** Refuses what is between slots. */
  public Slot {
    if (!floor(start).equals(start)) {
      throw new IllegalArgumentException("a slot starts at a multiple of 5 minutes, got " + start);
    }
  }

  /** The slot that a time falls into. */
  public static Slot of(Instant time) {
    return new Slot(floor(time));
  }

  /**
   * True if it must not be decided any more: older than two intervals, or not newer than the last
   * slot that was decided. No trades for yesterday's market.
   */
  public boolean isExpired(Instant now, Optional<Slot> lastDone) {
    return start.isBefore(now.minus(LENGTH.multipliedBy(2)))
        || lastDone.filter(done -> !start.isAfter(done.start())).isPresent();
  }

  private static Instant floor(Instant time) {
    long seconds = LENGTH.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
