package dev.maestro.engine.policy.gather;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading and its time; how old it may get is a matter of its source.
 *
 * @param asOf when it was true
 */
public record Dated<T>(T value, Instant asOf) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /**
   * True if it is at most so old. A reading from more than a minute ahead is not fresh: it would
   * stay so for as long as it likes.
   */
  boolean isFreshAt(Instant now, Duration maxAge) {
    Duration age = Duration.between(asOf, now);
    return age.compareTo(maxAge) <= 0 && age.plus(CLOCK_TOLERANCE).compareTo(Duration.ZERO) >= 0;
  }
}
