package dev.maestro.embedded.storm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a schedule: always as one number, in words only where somebody reads them. */
public final class StormTrace {
  private static final long PRIME = 1_099_511_628_211L;
  private static final int TIME_OF_DAY = 11;

  private final VirtualClock clock;
  private final boolean isWritten;
  private final List<String> lines = new ArrayList<>();
  private long hash = 17;

  /** Nothing has happened. */
  public StormTrace(VirtualClock clock, boolean isWritten) {
    this.clock = clock;
    this.isWritten = isWritten;
  }

  /** Something happened; its words are made only if they are kept. */
  public void say(Supplier<String> words) {
    if (isWritten) {
      lines.add(clock.now().toString().substring(TIME_OF_DAY) + "  " + words.get());
    }
  }

  /** Something happened that a replay must do again. */
  public void mix(long what) {
    hash = (hash ^ what ^ clock.now().toEpochMilli()) * PRIME;
  }

  /** The same for the same steps. */
  public long hash() {
    return hash;
  }

  /** In order; empty if nothing is kept. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
