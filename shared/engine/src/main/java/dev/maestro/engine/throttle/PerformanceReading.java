package dev.maestro.engine.throttle;

import dev.maestro.engine.evidence.EvidenceOpinion;
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
   * @param evidence what all days with exposure say, not only these; empty: none is kept
   */
  record Rows(
      List<DayResult> days, Optional<LocalDate> closedUpTo, Optional<EvidenceOpinion> evidence)
      implements PerformanceReading {
    /** Keeps its own list. */
    public Rows {
      days = List.copyOf(days);
    }

    /** Rows up to the newest of them. */
    public Rows(List<DayResult> days) {
      this(days, Optional.empty(), Optional.empty());
    }

    /** The same rows, of which all days up to one are closed. */
    public Rows closedUpTo(LocalDate day) {
      return new Rows(days, Optional.of(day), evidence);
    }

    /** These days in order, up to the newest of them; of all days the same is said. */
    Rows inOrder(List<DayResult> complete) {
      return new Rows(complete, Optional.empty(), evidence);
    }

    /** The same rows with what the evidence of their strategy says. */
    public Rows with(Optional<EvidenceOpinion> opinion) {
      return new Rows(days, closedUpTo, opinion);
    }
  }

  /** Nothing is known, which is not the same as no rows. */
  record Unavailable(String why) implements PerformanceReading {}
}
