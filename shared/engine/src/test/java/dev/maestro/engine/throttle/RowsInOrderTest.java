package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.throttle.PerformanceReading.Rows;
import dev.maestro.engine.throttle.PerformanceReading.Unavailable;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows with days missing, twice, without a mark, or long ago. */
class RowsInOrderTest {
  private static final ThrottleConfig WEEKDAYS = ThrottleConfig.DEFAULTS;
  private static final ThrottleConfig EVERY_DAY =
      ThrottleConfig.of(Fields.of("", Map.of("periods_per_year", 365)));

  /** A Thursday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  private static DayResult marked(LocalDate date, String earned, String mark) {
    return new DayResult(
        date,
        new BigDecimal(earned),
        Optional.of(mark).filter(text -> !text.isEmpty()).map(BigDecimal::new),
        Optional.of(BigDecimal.ONE));
  }

  private static PerformanceReading inOrder(
      Optional<LocalDate> closedUpTo, ThrottleConfig config, DayResult... rows) {
    return RowsInOrder.before(TODAY, new Rows(List.of(rows), closedUpTo, Optional.empty()), config);
  }

  private static List<DayResult> days(PerformanceReading reading) {
    return ((Rows) reading).days();
  }

  @Test
  void a_market_day_without_a_row_is_a_row_of_zero_up_to_the_newest_closed_day() {
    DayResult friday = Days.day(LocalDate.of(2026, 2, 27), "5");
    Optional<LocalDate> wednesday = Optional.of(TODAY.minusDays(1));
    assertThat(days(inOrder(wednesday, WEEKDAYS, friday)))
        .extracting(day -> day.date() + " " + day.realizedPnl())
        .containsExactly("2026-02-27 5", "2026-03-02 0", "2026-03-03 0", "2026-03-04 0");
    assertThat(days(inOrder(wednesday, EVERY_DAY, friday))).hasSize(6);
    assertThat(days(inOrder(Optional.empty(), WEEKDAYS, friday))).containsExactly(friday);
    assertThat(days(inOrder(Optional.of(LocalDate.MAX), WEEKDAYS, friday))).hasSize(4);
    assertThat(days(inOrder(wednesday, WEEKDAYS))).isEmpty();
  }

  @Test
  void a_date_twice_is_no_performance_even_if_both_rows_say_the_same() {
    DayResult row = Days.day(TODAY.minusDays(1), "5");
    for (DayResult again : List.of(row, Days.day(row.date(), "6"))) {
      assertThat(inOrder(Optional.empty(), WEEKDAYS, row, again))
          .isEqualTo(new Unavailable("2026-03-04 has two rows"));
      ThrottleDecision decision = Throttle.decide(List.of(row, again), WEEKDAYS);
      assertThat(decision.isUnavailable()).isTrue();
      assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
      assertThat(decision.sharpe()).isEmpty();
    }
  }

  @Test
  void while_the_newest_closed_row_has_no_mark_nothing_is_known() {
    DayResult older = marked(TODAY.minusDays(2), "1", "0");
    DayResult newest = marked(TODAY.minusDays(1), "1", "");
    assertThat(inOrder(Optional.empty(), WEEKDAYS, older, newest)).isInstanceOf(Unavailable.class);
    DayResult today = marked(TODAY, "1", "");
    assertThat(inOrder(Optional.empty(), WEEKDAYS, older, today)).isInstanceOf(Rows.class);
  }

  @Test
  void what_was_open_before_a_missing_day_has_no_known_mark_after_it() {
    DayResult monday = marked(TODAY.minusDays(3), "0", "-50");
    assertThat(inOrder(Optional.of(TODAY.minusDays(1)), WEEKDAYS, monday))
        .isInstanceOf(Unavailable.class);
    DayResult wednesday = marked(TODAY.minusDays(1), "0", "-80");
    assertThat(days(inOrder(Optional.empty(), WEEKDAYS, monday, wednesday)).get(1).unrealizedPnl())
        .isEmpty();
  }

  @Test
  void a_return_that_needs_an_unknown_mark_is_left_out_and_the_others_count() {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      days.add(marked(TODAY.minusDays(20 - i), i % 2 == 0 ? "0.01" : "0.02", "0"));
    }
    days.set(3, marked(days.get(3).date(), "-0.9", ""));
    ThrottleDecision decision = Throttle.decide(days, EVERY_DAY);
    assertThat(decision.days()).isEqualTo(7);
    assertThat(decision.drawdown()).hasValue(0);
    assertThat(decision.sharpe().orElseThrow()).isPositive();
  }

  @Test
  void days_that_are_unknown_do_not_make_a_strategy_new() {
    List<DayResult> days = new ArrayList<>(Days.callingFor(ThrottleMode.SHADOW_MODE));
    for (int i = 1; i < days.size() - 1; i++) {
      days.set(i, marked(days.get(i).date(), "-0.01", i % 2 == 0 ? "0" : ""));
    }
    ThrottleDecision decision = Throttle.decide(days, WEEKDAYS);
    assertThat(decision.isUnavailable()).isTrue();
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void a_fall_that_the_known_days_show_decides_however_many_are_unknown() {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      days.add(marked(Days.LAST.minusDays(6 - i), "0.01", i < 4 ? "" : "0"));
    }
    days.add(marked(Days.LAST, "-0.6", "0"));
    ThrottleDecision decision = Throttle.decide(days, EVERY_DAY);
    assertThat(decision.isUnavailable()).isFalse();
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
  }

  @Test
  void rows_a_year_old_are_not_recent() {
    PerformanceReading old =
        new Rows(Days.callingFor(ThrottleMode.ACTIVE, TODAY.minusYears(1)))
            .closedUpTo(TODAY.minusDays(1));
    ThrottleDecision decision =
        ThrottleMemory.decide(
                Optional.empty(), old, TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), WEEKDAYS)
            .decision();
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.reasoning()).startsWith("Constant losses.");
    assertThat(decision.days()).isEqualTo(30);
  }

  @Test
  void rows_of_any_age_are_filled_no_further_back_than_the_lookback_reaches() {
    DayResult ancient = Days.day(LocalDate.MIN, "5");
    List<DayResult> days = days(inOrder(Optional.of(TODAY.minusDays(1)), EVERY_DAY, ancient));
    assertThat(days).hasSizeBetween(32, 80);
    assertThat(days.get(0)).isEqualTo(ancient);
    assertThat(days.get(days.size() - 1).date()).isEqualTo(TODAY.minusDays(1));
  }

  @Test
  void days_left_out_and_rows_of_zero_say_the_same() {
    Seeds.forEach(
        random -> {
          List<DayResult> full = new ArrayList<>();
          List<DayResult> sparse = new ArrayList<>();
          for (LocalDate day : MarketCalendar.WEEKDAYS.days(TODAY.minusDays(60), TODAY).toList()) {
            boolean isIdle = !full.isEmpty() && random.nextInt(3) > 0;
            DayResult row =
                isIdle
                    ? Days.day(day, "0")
                    : Days.day(day, BigDecimal.valueOf(random.nextInt(-900, 1000), 4).toString());
            full.add(row);
            if (!isIdle) {
              sparse.add(row);
            }
          }
          PerformanceReading closed = new Rows(sparse).closedUpTo(TODAY.minusDays(1));
          assertThat(
                  Throttle.decide(
                      days(RowsInOrder.before(TODAY, (Rows) closed, WEEKDAYS)), WEEKDAYS))
              .isEqualTo(Throttle.decide(full, WEEKDAYS));
        });
  }

  @Test
  void a_mark_that_is_absent_is_zero_and_one_that_is_null_is_unknown() {
    Map<String, Object> row = new HashMap<>(Map.of("date", "2026-03-04", "realized_pnl", "1"));
    assertThat(read(row).unrealizedPnl()).contains(BigDecimal.ZERO);
    row.put("unrealized_pnl", null);
    assertThat(read(row).unrealizedPnl()).isEmpty();
    row.put("unrealized_pnl", "-3");
    assertThat(read(row).unrealizedPnl()).contains(new BigDecimal("-3"));
    assertThat(DayResultForm.FORM.write(read(row)))
        .containsEntry("unrealized_pnl", new BigDecimal("-3"));
  }

  private static DayResult read(Map<String, Object> row) {
    return Fields.of("", Map.of("days", List.of(row)))
        .get("days", Kinds.list(DayResultForm.FORM))
        .get(0);
  }
}
