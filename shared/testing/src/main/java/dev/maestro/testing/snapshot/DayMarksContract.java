package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRow.Period;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.throttle.PerformanceReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of open positions and equity when a day is closed, on one store. */
public abstract class DayMarksContract extends SnapshotScene {
  @Test
  void days_that_were_missed_are_closed_with_the_next_and_their_marks_are_unknown() {
    tenant(Map.of(), "A");
    account("2026-02-25T00:05:00Z", "2026-02-25", "A");
    journal("one", "A", "2026-02-24T12:00:00Z", "5");
    close(LocalDate.of(2026, 2, 24), Instant.parse("2026-02-25T00:10:00Z"));
    assertThat(realized("2026-02-25")).isEqualTo("no row");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    for (String day : List.of("2026-02-25", "2026-02-26", "2026-02-27", "2026-03-02")) {
      assertThat(realized(day)).as(day).isEqualTo("0");
      assertThat(mark(day)).as(day).isEmpty();
    }
    assertThat(mark("2026-02-24")).hasValue("25.0");
    assertThat(mark("2026-03-04")).hasValue("25.0");
    assertThat(closedDays().closedDay()).isEqualTo(DAY);
  }

  @Test
  void a_mark_is_known_only_if_account_and_price_are_and_it_stands_when_the_day_is_closed_again() {
    tenant(Map.of(), "A", "B");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    journal("two", "B", "2026-03-04T12:00:00Z", "5");
    close();
    assertThat(mark("2026-03-04")).isEmpty();
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    assertThat(mark("2026-03-04")).hasValue("25.0");
    assertThat(mark("2026-03")).hasValue("25.0");
    assertThat(throttleRows("B").get(0).unrealizedPnl()).hasValue(BigDecimal.ZERO);
    stage.lose(TENANT, SYMBOL);
    assertThat(close().written()).isZero();
  }

  @Test
  void a_day_that_is_closed_late_or_without_an_account_does_not_count_an_open_loss_as_zero() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    close();
    assertThat(mark("2026-03-04")).isEmpty();
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Unavailable.class);
    account("2026-03-05T01:55:00Z", "2026-03-05", "A");
    close(DAY, Instant.parse("2026-03-05T02:00:00Z"));
    assertThat(mark("2026-03-04")).isEmpty();
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Unavailable.class);
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    assertThat(mark("2026-03-04")).hasValue("25.0");
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Rows.class);
  }

  @Test
  void trades_that_are_imported_had_nothing_open_on_days_that_were_closed_without_them() {
    tenant(Map.of(), "A");
    close();
    journal("one", "A", "2026-03-02T12:00:00Z", "5");
    close();
    assertThat(throttleRows("A"))
        .hasSize(3)
        .allSatisfy(day -> assertThat(day.unrealizedPnl()).contains(BigDecimal.ZERO));
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Rows.class);
  }

  @Test
  void days_between_two_closings_have_no_known_mark_even_of_trades_that_come_late() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    close(DAY.minusDays(1), NOW.minusSeconds(86_400));
    journal("late", "A", "2026-03-02T12:00:00Z", "5");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close();
    assertThat(mark("2026-03-02")).isEmpty();
    assertThat(mark("2026-03-03")).isEmpty();
  }

  @Test
  void a_mark_has_ten_decimal_places_and_is_read_as_it_was_written() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A", "0.12345678901234567891", "1e-20");
    close();
    assertThat(mark("2026-03-04")).hasValue("1.5432098625");
    assertThat(throttleRows("A").get(0).unrealizedPnl()).contains(new BigDecimal("1.5432098625"));
    assertThat(close().failed()).isZero();
  }

  @Test
  void an_amount_that_could_not_be_read_again_is_not_written_and_the_day_is_unknown() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A", "100000000000000", "10000");
    assertThat(close().failed()).isEqualTo(1);
    assertThat(row("2026-03-04")).isEmpty();
    assertThat(alerts).containsExactly(AlertCode.UNREADABLE_PERFORMANCE);
  }

  @Test
  void a_longer_lookback_finds_the_marks_of_days_that_the_throttle_did_not_remember() {
    tenant(Map.of("throttle", Map.of("performance_lookback_days", 5)), "A");
    journal("one", "A", "2026-01-05T12:00:00Z", "5");
    close();
    LocalDate old = LocalDate.of(2026, 1, 12);
    PeriodRow row =
        new PeriodRow(
            Period.DAY,
            old,
            BigDecimal.ZERO,
            Optional.of(new BigDecimal("-500")),
            Optional.of(new BigDecimal("9000")),
            0);
    stage.stores().rows().store(TENANT, Map.of(new RowPlace(OWNER, A, Period.DAY, old), row));
    stage.configure(TENANT, Map.of("throttle", Map.of("performance_lookback_days", 60)));
    close();
    assertThat(throttleRows("A"))
        .filteredOn(day -> day.date().equals(old))
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.unrealizedPnl()).contains(new BigDecimal("-500"));
              assertThat(day.capitalBase()).contains(new BigDecimal("9000"));
            });
  }

  @Test
  void positions_of_today_say_nothing_of_a_day_long_over() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-04T12:00:00Z", "5");
    account("2026-03-05T00:05:00Z", "2026-03-05", "A");
    close(DAY, NOW.plusSeconds(2 * 86_400));
    assertThat(mark("2026-03-04")).isEmpty();
    close();
    assertThat(mark("2026-03-04")).hasValue("25.0");
  }

  @Test
  void the_equity_a_day_starts_with_is_a_point_and_the_capital_of_that_day() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    account("2026-03-04T00:05:00Z", "2026-03-04", "A");
    close(DAY.minusDays(1), Instant.parse("2026-03-04T00:10:00Z"));
    close();
    BigDecimal start = new BigDecimal("10050.50");
    assertThat(loaded().storedEquity().points()).containsOnlyKeys(DAY);
    assertThat(loaded().storedEquity().points().get(DAY))
        .extracting(point -> point.equity())
        .isEqualTo(start);
    assertThat(row("2026-03-03").orElseThrow().capitalBase()).isEmpty();
    assertThat(row("2026-03-04").orElseThrow().capitalBase()).contains(start);
    assertThat(stats().equity()).hasSize(1);
  }
}
