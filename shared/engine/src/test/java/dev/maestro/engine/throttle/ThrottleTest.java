package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table, row by row. */
class ThrottleTest {
  private static final ThrottleConfig DEFAULTS = ThrottleConfig.DEFAULTS;
  private static final String INSUFFICIENT =
      "Insufficient historical data for Sharpe-based adjustment";

  private static ThrottleConfig with(String key, Object value) {
    return ThrottleConfig.of(Fields.of("", Map.of(key, value)));
  }

  private static ThrottleDecision decide(String... returns) {
    return Throttle.decide(Days.returning(returns), DEFAULTS);
  }

  /** Under 365 periods there are doubles whose annual Sharpe is exactly 0.5 and exactly 1. */
  @ParameterizedTest
  @CsvSource({
    "-0.0096 -0.0166 6.0E-4 0.0178 -0.0052 0.015834912980371024, SHADOW_MODE",
    "-0.0096 -0.0166 6.0E-4 0.0178 -0.0052 0.015834912980371027, REDUCED",
    "-0.0031 -0.0127 0.0117 -0.0137 0.0162 0.0062125493767467, REDUCED",
    "-0.0031 -0.0127 0.0117 -0.0137 0.0162 0.006212549376746701, ACTIVE"
  })
  void exactly_one_half_is_reduced_and_exactly_one_is_active(String returns, ThrottleMode mode) {
    ThrottleDecision decision =
        Throttle.decide(Days.returning(returns.split(" ")), with("periods_per_year", 365));
    assertThat(decision.mode()).isEqualTo(mode);
  }

  @Test
  void the_unrounded_sharpe_is_compared_not_the_printed_one() {
    ThrottleDecision decision =
        Throttle.decide(
            Days.returning("-0.0096 -0.0166 6.0E-4 0.0178 -0.0052 0.0158349".split(" ")),
            with("periods_per_year", 365));
    assertThat(decision.reasoning())
        .isEqualTo("Sharpe Ratio 0.50 < 0.5. Moving to SHADOW_MODE for re-training.");
  }

  @Test
  void a_sharpe_is_annual_over_the_sample_deviation_and_the_rate_of_a_period() {
    ThrottleDecision decision = decide("0.01", "-0.01", "0.02", "0.005", "-0.003");
    double mean = 0.022 / 5;
    double squares = 0;
    for (double day : new double[] {0.01, -0.01, 0.02, 0.005, -0.003}) {
      squares += (day - mean) * (day - mean);
    }
    double perDay = (mean - 0.04 / 252) / Math.sqrt(squares / 4);
    assertThat(decision.sharpe().orElseThrow()).isCloseTo(perDay * Math.sqrt(252), within(1e-9));
    assertThat(decision.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(252 * (1 + perDay * perDay / 2) / 5), within(1e-9));
    assertThat(decision.days()).isEqualTo(5);
    assertThat(decision.isUnavailable()).isFalse();
  }

  @Test
  void the_risk_free_rate_and_the_periods_really_take_effect() {
    List<DayResult> days = Days.returning("0.01", "-0.01", "0.02", "0.005", "-0.003");
    double plain = Throttle.decide(days, DEFAULTS).sharpe().orElseThrow();
    assertThat(Throttle.decide(days, with("risk_free_rate", "0.9")).sharpe().orElseThrow())
        .isLessThan(plain - 1);
    assertThat(Throttle.decide(days, with("periods_per_year", 365)).sharpe().orElseThrow())
        .isGreaterThan(plain + 0.5);
  }

  @ParameterizedTest
  @EnumSource(ThrottleMode.class)
  void the_samples_call_for_their_modes(ThrottleMode mode) {
    assertThat(Throttle.decide(Days.callingFor(mode), DEFAULTS).mode()).isEqualTo(mode);
  }

  @Test
  void each_row_says_why() {
    assertThat(decide("0.01", "0.02", "0.01", "0.02", "0.01", "0.02").reasoning())
        .isEqualTo("Sharpe Ratio 43.01 >= 1.0. Full allocation maintained.");
    assertThat(Throttle.decide(Days.callingFor(ThrottleMode.REDUCED), DEFAULTS).reasoning())
        .isEqualTo("Sharpe Ratio 0.67 < 1.0. Reducing allocation by 50%.");
    assertThat(Throttle.decide(Days.callingFor(ThrottleMode.SHADOW_MODE), DEFAULTS).reasoning())
        .isEqualTo("Sharpe Ratio -43.93 < 0.5. Moving to SHADOW_MODE for re-training.");
    assertThat(decide("-0.52").reasoning())
        .isEqualTo("Drawdown -52.0% <= -50.0%. Moving to SHADOW_MODE for re-training.");
    assertThat(decide("-0.01", "-0.01", "-0.01", "-0.01", "-0.01").reasoning())
        .isEqualTo("Constant losses. Moving to SHADOW_MODE for re-training.");
    assertThat(decide("0.01").reasoning()).isEqualTo(INSUFFICIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.4999999999999999, ACTIVE",
    "-0.5, SHADOW_MODE",
    "-0.5000000000000001, SHADOW_MODE"
  })
  void a_drawdown_of_exactly_one_half_is_enough(String fall, ThrottleMode mode) {
    assertThat(decide(fall).mode()).isEqualTo(mode);
  }

  @Test
  void the_drawdown_comes_first_even_for_a_new_strategy_and_whatever_came_after() {
    ThrottleDecision decision =
        decide("0.1", "-0.6", "1.5", "0.5", "0.4", "0.6", "0.5", "0.4", "0.6");
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.drawdown().orElseThrow()).isCloseTo(-0.6, within(1e-12));
    assertThat(decision.sharpe().orElseThrow()).isGreaterThan(1);
  }

  @Test
  void the_drawdown_is_taken_on_compounded_equity_from_the_highest_point() {
    assertThat(decide("0.5", "-0.1", "-0.1", "0.1").drawdown().orElseThrow())
        .isCloseTo(0.81 - 1, within(1e-12));
    assertThat(decide("-0.2", "0.1").drawdown().orElseThrow()).isCloseTo(-0.2, within(1e-12));
    assertThat(decide("0.2", "0.1").drawdown().orElseThrow()).isZero();
    assertThat(decide().drawdown().orElseThrow()).isZero();
  }

  @Test
  void fewer_rows_than_min_data_points_are_a_new_strategy_without_a_shown_sharpe() {
    ThrottleDecision four = decide("-0.01", "-0.02", "-0.01", "-0.02");
    assertThat(four.mode()).isEqualTo(ThrottleMode.ACTIVE);
    assertThat(four.reasoning()).isEqualTo(INSUFFICIENT);
    assertThat(four.sharpe()).isEmpty();
    assertThat(four.days()).isEqualTo(4);
    assertThat(four.standardError()).isPresent();
    ThrottleDecision five = decide("-0.01", "-0.02", "-0.01", "-0.02", "-0.01");
    assertThat(five.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(five.sharpe()).isPresent();
    assertThat(decide().mode()).isEqualTo(ThrottleMode.ACTIVE);
  }

  @Test
  void constant_days_are_judged_by_their_mean_and_show_no_sharpe() {
    ThrottleDecision gains = decide("0.01", "0.01", "0.01", "0.01", "0.01");
    assertThat(gains.mode()).isEqualTo(ThrottleMode.ACTIVE);
    assertThat(gains.reasoning()).isEqualTo(INSUFFICIENT);
    assertThat(gains.sharpe()).isEmpty();
    assertThat(gains.standardError()).isEmpty();
    ThrottleDecision idle = decide("0", "0", "0", "0", "0");
    assertThat(idle.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(idle.sharpe()).isEmpty();
    assertThat(idle.reasoning()).startsWith("Constant losses.");
  }

  @Test
  void a_constant_mean_of_exactly_the_riskless_rate_is_no_loss() {
    List<DayResult> idle = Days.returning("0", "0", "0", "0", "0");
    ThrottleDecision decision = Throttle.decide(idle, with("risk_free_rate", 0));
    assertThat(decision.mode()).isEqualTo(ThrottleMode.ACTIVE);
    assertThat(decision.reasoning()).isEqualTo(INSUFFICIENT);
  }

  @ParameterizedTest
  @EnumSource(ThrottleMode.class)
  void a_new_strategy_gets_the_configured_mode(ThrottleMode mode) {
    ThrottleConfig config = with("new_strategy_mode", mode.name());
    ThrottleDecision decision = Throttle.decide(Days.returning("0.01"), config);
    assertThat(decision.mode()).isEqualTo(mode);
    assertThat(decision.multiplier()).isEqualByComparingTo(mode.multiplier());
    assertThat(decision.reasoning()).isEqualTo(INSUFFICIENT);
  }

  @Test
  void the_multipliers_are_one_one_half_and_nothing() {
    assertThat(ThrottleMode.ACTIVE.multiplier()).isEqualByComparingTo("1");
    assertThat(ThrottleMode.REDUCED.multiplier()).isEqualByComparingTo("0.5");
    assertThat(ThrottleMode.SHADOW_MODE.multiplier()).isEqualByComparingTo("0");
  }

  @Test
  void only_the_newest_rows_count_and_the_one_before_them_lends_its_mark() {
    LocalDate first = LocalDate.of(2026, 2, 2);
    List<DayResult> days = new ArrayList<>();
    days.add(marked(first, "-0.9", "0.25"));
    for (int i = 1; i <= 5; i++) {
      days.add(marked(first.plusDays(i), "0.01", "0"));
    }
    ThrottleDecision decision = Throttle.decide(days, with("performance_lookback_days", 5));
    assertThat(decision.days()).isEqualTo(5);
    assertThat(decision.drawdown().orElseThrow()).isCloseTo(-0.24, within(1e-12));
  }

  @Test
  void an_open_gain_counts_on_the_day_it_arises_and_is_taken_back_when_it_melts() {
    LocalDate first = LocalDate.of(2026, 2, 2);
    List<DayResult> days =
        List.of(
            marked(first, "0", "0.10"),
            marked(first.plusDays(1), "0", "0.10"),
            Days.day(first.plusDays(2), "0"));
    assertThat(Throttle.decide(days, DEFAULTS).drawdown().orElseThrow())
        .isCloseTo(-0.10, within(1e-12));
  }

  @Test
  void a_row_without_a_capital_base_is_taken_on_the_base_capital_of_the_tenant() {
    DayResult day =
        new DayResult(
            Days.LAST, new BigDecimal("-6000"), Optional.of(BigDecimal.ZERO), Optional.empty());
    assertThat(Throttle.decide(List.of(day), DEFAULTS).drawdown().orElseThrow()).isEqualTo(-0.6);
    assertThat(Throttle.decide(List.of(day), with("base_capital", 60000)).drawdown().orElseThrow())
        .isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void the_order_of_the_rows_does_not_matter() {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      days.add(marked(Days.LAST.minusDays(i), "0.0" + i % 5, "-0.1" + i * i % 7));
    }
    ThrottleConfig config = with("performance_lookback_days", 9);
    ThrottleDecision decision = Throttle.decide(days, config);
    assertThat(decision.drawdown().orElseThrow()).isNegative();
    for (int turn = 1; turn < 12; turn++) {
      Collections.rotate(days, turn);
      assertThat(Throttle.decide(days, config)).isEqualTo(decision);
      Collections.reverse(days);
      assertThat(Throttle.decide(days, config)).isEqualTo(decision);
    }
  }

  @Test
  void an_open_gain_that_stays_as_it_is_is_earned_once() {
    List<DayResult> days = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      days.add(marked(Days.LAST.minusDays(i), "0", "0.1"));
    }
    for (int lookback = 5; lookback < 9; lookback++) {
      ThrottleDecision decision =
          Throttle.decide(days, with("performance_lookback_days", lookback));
      assertThat(decision.reasoning()).startsWith("Constant losses.");
    }
    assertThat(Throttle.decide(days, DEFAULTS).sharpe()).isPresent();
  }

  @Test
  void a_strategy_with_a_sharpe_of_minus_5_ends_in_shadow_mode() {
    ThrottleDecision decision =
        decide("-0.0231", "0.0169", "-0.0231", "0.0169", "-0.0231", "0.0069", "-0.0231", "0.0069");
    assertThat(decision.sharpe().orElseThrow()).isBetween(-5.5, -4.5);
    assertThat(decision.mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(decision.multiplier()).isEqualByComparingTo("0");
  }

  private static DayResult marked(LocalDate date, String earned, String mark) {
    return new DayResult(
        date,
        new BigDecimal(earned),
        Optional.of(new BigDecimal(mark)),
        Optional.of(BigDecimal.ONE));
  }
}
