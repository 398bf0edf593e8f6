package dev.maestro.embedded.journal.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Executions to sort. */
final class SampleFills {
  private static final List<Execution.Effect> EFFECTS =
      List.of(Execution.Effect.ANY, Execution.Effect.OPEN, Execution.Effect.CLOSE);

  private SampleFills() {}

  /** One on a line, so many hours after the beginning; every third one has a P&amp;L. */
  static Execution at(int line, int hour) {
    return new Execution(
        new Execution.Origin("t" + line, line, "A", "ü" + line, "ß/X", "row " + line),
        Instant.parse("2026-01-05T00:00:00.000000001Z").plusSeconds(3600L * hour),
        line % 2 == 0 ? 1 : -1,
        EFFECTS.get(line % 3),
        new BigDecimal("1.50"),
        new BigDecimal("1E+2"),
        BigDecimal.ONE,
        new BigDecimal("-0.01"),
        line % 3 == 0 ? Optional.of(new BigDecimal("7.7")) : Optional.empty());
  }
}
