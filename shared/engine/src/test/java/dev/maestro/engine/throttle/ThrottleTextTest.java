package dev.maestro.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How figures are printed: half-even on the exact binary value, thresholds as short as possible.
 */
class ThrottleTextTest {
  private static String reasoning(Map<String, Object> config, String... returns) {
    return Throttle.decide(Days.returning(returns), ThrottleConfig.of(Fields.of("", config)))
        .reasoning();
  }

  /** 0.125 % and 0.0625 are exact in binary, so they are ties; 0.5225 is not. */
  @ParameterizedTest
  @CsvSource({
    "-0.50125, -50.1%",
    "-0.5025, -50.2%",
    "-0.5075, -50.7%",
    "-0.50375, -50.4%",
    "-0.5, -50.0%",
    "-1, -100.0%",
    "-1.25, -125.0%"
  })
  void a_drawdown_prints_with_one_decimal(String fall, String printed) {
    assertThat(reasoning(Map.of(), fall)).startsWith("Drawdown " + printed + " <= -50.0%.");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.5, -50.0%",
    "-0.50, -50.0%",
    "-0.123, -12.3%",
    "-0.1234, -12.34%",
    "-0.05, -5.0%",
    "0, 0.0%"
  })
  void a_drawdown_limit_prints_as_short_as_possible(String limit, String printed) {
    assertThat(reasoning(Map.of("max_drawdown", limit), "-0.9"))
        .isEqualTo("Drawdown -90.0% <= " + printed + ". Moving to SHADOW_MODE for re-training.");
  }

  @ParameterizedTest
  @CsvSource({"50, 50.0", "45.0, 45.0", "44.50, 44.5", "43.125, 43.125", "1E+3, 1000.0"})
  void a_sharpe_threshold_prints_as_short_as_possible(String threshold, String printed) {
    assertThat(
            reasoning(
                Map.of("reduce_below", threshold), "0.01", "0.02", "0.01", "0.02", "0.01", "0.02"))
        .isEqualTo("Sharpe Ratio 43.01 < " + printed + ". Reducing allocation by 50%.");
  }

  @Test
  void a_small_negative_sharpe_keeps_its_sign() {
    assertThat(
            reasoning(
                Map.of("risk_free_rate", 0), "0.01", "-0.01", "0.01", "-0.01", "0.01", "-0.010001"))
        .startsWith("Sharpe Ratio -0.00 < 0.5.");
  }
}
