package dev.maestro.cli.local;

import dev.maestro.cli.UsageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a slot of five minutes comes.
 *
 * @param length of the system's time from slot to slot; empty: there is no schedule
 */
record Tick(Optional<Duration> length) {
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /**
   * Reads {@code 10s}, {@code 2m} or {@code off}.
   *
   * @throws UsageException if it is anything else, or not of 1 s to 5 m
   */
  static Tick parse(String text) {
    if (text.equals("off")) {
      return new Tick(Optional.empty());
    }
    if (text.matches("[1-9]\\d{0,3}[sm]")) {
      Duration length = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      if (length.compareTo(SHORTEST) >= 0 && length.compareTo(SLOT) <= 0) {
        return new Tick(Optional.of(length));
      }
    }
    throw new UsageException("--tick must be off, or 1s to 5m like 10s, got '" + text + "'");
  }

  /** The variable that makes a clock pass a slot in a tick; blank if it runs as the system's. */
  String clockVariable(Instant start) {
    double factor = (double) SLOT.toMillis() / (double) length.orElse(SLOT).toMillis();
    return factor == 1 ? "" : start + "/" + factor;
  }
}
