package dev.maestro.engine.metrics;

import java.time.Duration;
import java.util.List;

/**
 * How long things took.
 *
 * @param buckets how many fell into each {@link TimeBucket}, in their order; not cumulative
 * @param sum of all of them, each in whole milliseconds
 */
public record Durations(List<Long> buckets, Duration sum) {
  /** One number per bucket. */
  public Durations {
    buckets = List.copyOf(buckets);
    if (buckets.size() != TimeBucket.values().length) {
      throw new IllegalArgumentException(
          "there must be " + TimeBucket.values().length + " buckets, got " + buckets.size());
    }
  }
}
