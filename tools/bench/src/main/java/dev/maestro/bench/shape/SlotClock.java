package dev.maestro.bench.shape;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.google.settings.LocalClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * The slots of this machine's clock, which runs faster, so that a slot comes about as soon as the
 * one before is decided: 0.12 seconds for each tenant, and five at least.
 *
 * @param factor how much faster, from 1 to 60
 */
record SlotClock(Instant start, double factor) {
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final double LEAST_SECONDS = 5;
  private static final double SECONDS_A_TENANT = 0.12;

  /** Begins now. */
  static SlotClock of(int tenants) {
    double seconds = Math.max(LEAST_SECONDS, tenants * SECONDS_A_TENANT);
    return new SlotClock(Instant.now(), Math.max(1, SLOT.toSeconds() / seconds));
  }

  /** The value of {@link LocalClock#VARIABLE}. */
  String text() {
    return String.format(Locale.ROOT, "%s/%.6f", start, factor);
  }

  /** A time of the clock as time that passes. */
  Duration real(Duration onTheClock) {
    return Duration.ofNanos(Math.round((double) onTheClock.toNanos() / factor));
  }

  /**
   * Waits for a slot that has not come yet, or takes that of now in its first half: a slot that is
   * ten minutes old is decided no more.
   *
   * @param clock this one as the functions see it
   * @param last slots up to this one were asked for already
   */
  Slot next(Clock clock, Instant last) {
    Instant now = clock.instant();
    while (!Slot.of(now).start().isAfter(last)
        || Duration.between(Slot.of(now).start(), now).compareTo(SLOT.dividedBy(2)) > 0) {
      Instant begin = Slot.of(now).start().plus(SLOT);
      LockSupport.parkNanos(real(Duration.between(now, begin)).toNanos());
      now = clock.instant();
    }
    return Slot.of(now);
  }
}
