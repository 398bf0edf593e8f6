package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClosedDaysTest {
  private static final StrategyId KNOWN = new StrategyId("known");
  private static final LocalDate CLOSED = LocalDate.of(2026, 3, 1);
  private static final Instant WRITTEN = Instant.parse("2026-03-02T00:10:00Z");
  private static final PerformanceReading ROWS =
      new PerformanceReading.Rows(
          List.of(new DayResult(CLOSED, BigDecimal.ONE, Optional.empty(), Optional.empty())));
  private static final ClosedDays DAYS =
      new ClosedDays(new TreeMap<>(Map.of(KNOWN, ROWS)), CLOSED, WRITTEN);

  @Test
  void a_strategy_that_is_not_named_is_new() {
    assertThat(DAYS.reading(KNOWN, WRITTEN)).isEqualTo(ROWS);
    assertThat(DAYS.reading(new StrategyId("other"), WRITTEN))
        .isEqualTo(new PerformanceReading.Rows(List.of()));
  }

  @Test
  void days_of_more_than_four_days_ago_say_nothing_not_even_that_a_strategy_is_new() {
    Instant lastKnown = Instant.parse("2026-03-05T23:59:59Z");
    assertThat(DAYS.reading(KNOWN, lastKnown)).isEqualTo(ROWS);
    Instant tooLate = lastKnown.plusSeconds(1);
    assertThat(DAYS.reading(KNOWN, tooLate)).isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(DAYS.reading(new StrategyId("other"), tooLate))
        .isInstanceOf(PerformanceReading.Unavailable.class);
  }

  @Test
  void what_they_say_does_not_depend_on_when_they_were_written() {
    ClosedDays later = new ClosedDays(DAYS.byStrategy(), CLOSED, WRITTEN.plusSeconds(60));
    assertThat(later.saysTheSameAs(DAYS)).isTrue();
    assertThat(new ClosedDays(new TreeMap<>(), CLOSED, WRITTEN).saysTheSameAs(DAYS)).isFalse();
    assertThat(new ClosedDays(DAYS.byStrategy(), CLOSED.plusDays(1), WRITTEN).saysTheSameAs(DAYS))
        .isFalse();
  }
}
