package dev.maestro.engine.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Where a duration is counted: in the first bucket that it is not longer than, and in no other. */
public enum TimeBucket {
  /** At most 0.1 s. */
  TO_100_MS(100),
  /** At most 0.5 s. */
  TO_500_MS(500),
  /** At most 1 s. */
  TO_1_S(1000),
  /** At most 2 s. */
  TO_2_S(2000),
  /** At most 5 s. */
  TO_5_S(5000),
  /** At most 10 s. */
  TO_10_S(10_000),
  /** Longer than all of them. */
  LONGER;

  private final Optional<Duration> limit;

  TimeBucket() {
    this.limit = Optional.empty();
  }

  TimeBucket(long millis) {
    this.limit = Optional.of(Duration.ofMillis(millis));
  }

  /** The longest that it takes; empty: there is no such. */
  public Optional<Duration> limit() {
    return limit;
  }

  static TimeBucket of(Duration took) {
    for (TimeBucket bucket : values()) {
      if (bucket.limit.filter(most -> took.compareTo(most) > 0).isEmpty()) {
        return bucket;
      }
    }
    return LONGER;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
