package dev.maestro.emulator.process;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that double from try to try.
 *
 * @param first the wait after the first failure, above 0
 * @param cap the longest wait
 */
public record Backoff(Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  /** Checks both. */
  public Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("0 < first <= cap, got " + first + ", " + cap);
    }
  }

  /**
   * The wait after a failure: between half and all of {@code min(cap, first x 2^(failures - 1))},
   * by chance, so that those who failed together do not come again together.
   *
   * @param failures in a row, at least 1
   */
  public Duration after(int failures) {
    int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
    double full = Math.min((double) cap.toNanos(), Math.scalb((double) first.toNanos(), doublings));
    long nanos = (long) full;
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
  }
}
