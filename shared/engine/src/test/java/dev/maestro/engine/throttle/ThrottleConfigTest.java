package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleConfigTest {
  @Test
  void the_defaults_are_those_of_the_specification() {
    ThrottleConfig config = ThrottleConfig.DEFAULTS;
    assertThat(config.maxDrawdown()).isEqualByComparingTo("-0.5");
    assertThat(config.shadowBelow()).isEqualByComparingTo("0.5");
    assertThat(config.reduceBelow()).isEqualByComparingTo("1");
    assertThat(config.minDataPoints()).isEqualTo(5);
    assertThat(config.newStrategyMode()).isEqualTo(ThrottleMode.ACTIVE);
    assertThat(config.lookbackDays()).isEqualTo(30);
    assertThat(config.periodsPerYear()).isEqualTo(252);
    assertThat(config.riskFreeRate()).isEqualByComparingTo("0.04");
    assertThat(config.baseCapital()).isEqualByComparingTo("10000");
  }

  @ParameterizedTest
  @CsvSource({
    "performance_lookback_days, 5",
    "performance_lookback_days, 365",
    "min_data_points, 2",
    "min_data_points, 365",
    "max_drawdown, -1",
    "max_drawdown, 0",
    "shadow_below, 1",
    "reduce_below, 0.5",
    "risk_free_rate, 0",
    "risk_free_rate, 1",
    "periods_per_year, 365",
    "base_capital, 0.01",
    "new_strategy_mode, reduced"
  })
  void what_is_in_its_range_is_taken(String key, String value) {
    assertThatCode(() -> ThrottleConfig.of(Fields.of("", Map.of(key, value))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "performance_lookback_days, 4",
    "performance_lookback_days, 366",
    "performance_lookback_days, 7.5",
    "min_data_points, 1",
    "min_data_points, 366",
    "max_drawdown, 0.01",
    "max_drawdown, -1.01",
    "shadow_below, 1.01",
    "reduce_below, 0.49",
    "risk_free_rate, -0.01",
    "risk_free_rate, NaN",
    "periods_per_year, 251",
    "base_capital, 0",
    "base_capital, -1",
    "new_strategy_mode, PAUSED",
    "shadow_bellow, 0.5"
  })
  void what_is_out_of_its_range_is_refused_by_name(String key, String value) {
    assertThatThrownBy(() -> ThrottleConfig.of(Fields.of("", Map.of(key, value))))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(key.equals("reduce_below") ? "shadow_below" : key);
  }

  @Test
  void all_errors_are_told_at_once() {
    InvalidConfigurationException refused =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () ->
                ThrottleConfig.of(
                    Fields.of(
                        "",
                        Map.of(
                            "max_drawdown", 1,
                            "shadow_below", 2,
                            "min_data_points", 0,
                            "performance_lookback_days", 4,
                            "periods_per_year", 1,
                            "risk_free_rate", 2,
                            "base_capital", 0,
                            "new_strategy_mode", 3,
                            "typo", 1))));
    assertThat(refused.errors()).hasSize(9);
  }

  @Test
  void a_day_needs_a_capital_base_above_zero() {
    LocalDate day = LocalDate.of(2026, 2, 27);
    for (String base : new String[] {"0", "-1"}) {
      assertThatThrownBy(
              () ->
                  new DayResult(
                      day, BigDecimal.ONE, Optional.empty(), Optional.of(new BigDecimal(base))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("capital_base of 2026-02-27 must be above 0, got " + base);
    }
  }
}
