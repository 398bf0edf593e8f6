package dev.maestro.engine.throttle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What could be learned of a strategy's closed days. */
public sealed interface PerformanceReading {
  /**
   * Its rows as they were given, in any order; none: it is new. {@link RowsInOrder} says whether
   * they can be used.
   *
   * @param closedUpTo the newest day that is closed, with or without a row; empty: the newest row's
   */
  record Rows(List<DayResult> days, Optional<LocalDate> closedUpTo) implements PerformanceReading {
    /** Keeps its own list. */
    public Rows {
      days = List.copyOf(days);
    }

    /** Rows up to the newest of them. */
    public Rows(List<DayResult> days) {
      this(days, Optional.empty());
    }

    /** The same rows, of which all days up to one are closed. */
    public Rows closedUpTo(LocalDate day) {
      return new Rows(days, Optional.of(day));
    }
  }

  /** Nothing is known, which is not the same as no rows. */
  record Unavailable(String why) implements PerformanceReading {}
}
