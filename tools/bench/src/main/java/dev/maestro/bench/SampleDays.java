package dev.maestro.bench;

import dev.maestro.engine.throttle.DayResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Closed days of a strategy: a window of 30 and the row before it, as a cycle reads them. */
final class SampleDays {
  static final LocalDate NEWEST = LocalDate.parse("2026-11-19");

  private static final int ROWS = 31;
  private static final BigDecimal CAPITAL = BigDecimal.valueOf(25_000);

  private SampleDays() {}

  /** Oldest first; a drift of its own makes some strategies good and others bad. */
  static List<DayResult> of(SplittableRandom random) {
    long drift = random.nextLong(-2_000, 12_000);
    List<DayResult> days = new ArrayList<>(ROWS);
    for (int ago = ROWS - 1; ago >= 0; ago--) {
      days.add(
          new DayResult(
              NEWEST.minusDays(ago),
              BigDecimal.valueOf(drift + random.nextLong(-40_000, 40_000), 2),
              Optional.of(BigDecimal.valueOf(random.nextLong(-9_000, 9_000), 2)),
              Optional.of(CAPITAL)));
    }
    return days;
  }
}
