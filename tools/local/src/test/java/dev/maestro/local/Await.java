package dev.maestro.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come true. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Await() {}

  /** Fails with the sentence if it does not come true within 30 s. */
  public static void until(String sentence, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + sentence);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
