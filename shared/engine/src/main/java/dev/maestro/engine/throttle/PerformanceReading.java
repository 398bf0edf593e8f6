package dev.maestro.engine.throttle;

import java.util.List;

/** What could be learned of a strategy's closed days. */
public sealed interface PerformanceReading {
  /** Its rows, in any order; none: it is new. */
  record Rows(List<DayResult> days) implements PerformanceReading {
    /** Keeps its own list. */
    public Rows {
      days = List.copyOf(days);
    }
  }

  /** The store could not be read, which is not the same as no rows. */
  record Unavailable(String why) implements PerformanceReading {}
}
