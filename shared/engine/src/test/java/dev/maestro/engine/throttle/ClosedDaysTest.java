package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.mode.ThrottleMode;
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
          List.of(
              new DayResult(
                  CLOSED, BigDecimal.ONE, Optional.of(BigDecimal.ZERO), Optional.empty())));
  private static final ClosedDays DAYS =
      new ClosedDays(new TreeMap<>(Map.of(KNOWN, ROWS)), CLOSED, WRITTEN);

  private static PerformanceReading reading(ClosedDays days, StrategyId strategy, Instant now) {
    return days.reading(strategy, now, ThrottleConfig.DEFAULTS);
  }

  private static ClosedDays with(LocalDate closed, DayResult... rows) {
    PerformanceReading reading = new PerformanceReading.Rows(List.of(rows));
    return new ClosedDays(new TreeMap<>(Map.of(KNOWN, reading)), closed, WRITTEN);
  }

  @Test
  void a_strategy_that_is_not_named_is_new() {
    assertThat(reading(DAYS, KNOWN, WRITTEN)).isEqualTo(ROWS);
    assertThat(reading(DAYS, new StrategyId("other"), WRITTEN))
        .isEqualTo(new PerformanceReading.Rows(List.of()));
  }

  @Test
  void days_of_more_than_four_days_ago_say_nothing_not_even_that_a_strategy_is_new() {
    Instant lastKnown = Instant.parse("2026-03-05T23:59:59Z");
    assertThat(reading(DAYS, KNOWN, lastKnown)).isEqualTo(ROWS);
    Instant tooLate = lastKnown.plusSeconds(1);
    assertThat(reading(DAYS, KNOWN, tooLate)).isInstanceOf(PerformanceReading.Unavailable.class);
    assertThat(reading(DAYS, new StrategyId("other"), tooLate))
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

  @Test
  void a_closed_day_that_has_not_come_says_nothing_and_is_not_past() {
    LocalDate tomorrow = LocalDate.of(2026, 3, 3);
    for (LocalDate ahead : List.of(tomorrow.plusDays(1), LocalDate.MAX)) {
      ClosedDays days = with(ahead, Days.callingFor(ThrottleMode.ACTIVE).toArray(DayResult[]::new));
      assertThat(reading(days, KNOWN, WRITTEN)).isInstanceOf(PerformanceReading.Unavailable.class);
      assertThat(days.isPast(WRITTEN)).isFalse();
    }
    assertThat(reading(with(tomorrow, Days.day(CLOSED, "1")), KNOWN, WRITTEN))
        .isInstanceOf(PerformanceReading.Rows.class);
    assertThat(DAYS.isPast(WRITTEN)).isTrue();
  }

  @Test
  void a_row_without_a_mark_that_is_the_newest_leaves_nothing_known() {
    DayResult unmarked = new DayResult(CLOSED, BigDecimal.ONE, Optional.empty(), Optional.empty());
    assertThat(reading(with(CLOSED, unmarked), KNOWN, WRITTEN))
        .isInstanceOfSatisfying(
            PerformanceReading.Unavailable.class,
            nothing -> assertThat(nothing.why()).contains("2026-03-01 has no known mark"));
    DayResult marked = Days.day(CLOSED.plusDays(1), "1");
    assertThat(
            reading(with(CLOSED.plusDays(1), unmarked, marked), KNOWN, WRITTEN.plusSeconds(86_400)))
        .isInstanceOf(PerformanceReading.Rows.class);
  }

  @Test
  void days_after_the_closed_one_are_not_filled_though_they_are_over() {
    assertThat(reading(with(CLOSED, Days.day(CLOSED, "1")), KNOWN, WRITTEN.plusSeconds(2 * 86_400)))
        .isInstanceOfSatisfying(
            PerformanceReading.Rows.class, rows -> assertThat(rows.days()).hasSize(1));
  }
}
