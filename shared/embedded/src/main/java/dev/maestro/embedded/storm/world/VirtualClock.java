package dev.maestro.embedded.storm.world;

import java.time.Instant;

/** Maestro's time, which moves only when the schedule says so. Executors have their own, off it. */
public final class VirtualClock {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final int MILLIS = 1000;

  private Instant now = START;

  /** The time. */
  public Instant now() {
    return now;
  }

  /** Lets time pass; at least a millisecond, so that no two things happen at once. */
  public void pass(long seconds) {
    now = now.plusMillis(seconds * MILLIS + 1);
  }
}
