package dev.maestro.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.performance.SharpeRules;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsConfigTest {
  @Test
  void the_defaults_are_those_of_the_specification() {
    assertThat(WeightsConfig.DEFAULTS)
        .isEqualTo(
            new WeightsConfig(
                List.of(),
                100,
                new BigDecimal("0.04"),
                new BigDecimal("0.05"),
                false,
                new BigDecimal("1"),
                new BigDecimal("1"),
                2,
                new BigDecimal("3")));
  }

  @Test
  void every_key_sets_its_own_value() {
    Map<String, Object> values = new HashMap<>();
    values.put("agent_ids", List.of("B", "A"));
    values.put("lookback_trades", 50);
    values.put("risk_free_rate", "0.03");
    values.put("min_floor_weight", 0.02);
    values.put("enforce_performance", true);
    values.put("temperature", "0.5");
    values.put("max_weight", "0.4");
    values.put("min_trades", 20);
    values.put("max_sharpe", "2.5");
    assertThat(WeightsConfig.of(Fields.of("", values)))
        .isEqualTo(
            new WeightsConfig(
                List.of("B", "A"),
                50,
                new BigDecimal("0.03"),
                new BigDecimal("0.02"),
                true,
                new BigDecimal("0.5"),
                new BigDecimal("0.4"),
                20,
                new BigDecimal("2.5")));
  }

  @ParameterizedTest
  @CsvSource({
    "lookback_trades, 2",
    "lookback_trades, 1000",
    "risk_free_rate, 0",
    "risk_free_rate, 1",
    "min_floor_weight, 0",
    "min_floor_weight, 1",
    "temperature, 0.01",
    "temperature, 100",
    "max_weight, 0.05",
    "max_weight, 0.0500000001",
    "max_weight, 0.50000000000000",
    "min_trades, 2",
    "min_trades, 100",
    "max_sharpe, 0.000000000000000000000000000001",
    "max_sharpe, 1e14"
  })
  void the_ends_of_every_range_are_valid(String key, String value) {
    assertThat(WeightsConfig.of(Fields.of("", Map.of(key, value)))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lookback_trades | 1 | lookback_trades must be from 2 to 1000, got 1",
        "lookback_trades | 1001 | lookback_trades must be from 2 to 1000, got 1001",
        "risk_free_rate | -0.01 | risk_free_rate must be from 0 to 1, got -0.01",
        "risk_free_rate | 1.01 | risk_free_rate must be from 0 to 1, got 1.01",
        "min_floor_weight | -0.01 | min_floor_weight must be from 0 to 1, got -0.01",
        "min_floor_weight | 1.01 | min_floor_weight must be from 0 to 1, got 1.01",
        "temperature | 0.0099 | temperature must be from 0.01 to 100, got 0.0099",
        "temperature | 100.1 | temperature must be from 0.01 to 100, got 100.1",
        "max_weight | 0.0499 | max_weight must be from min_floor_weight to 1, got 0.0499",
        "max_weight | 1.0001 | max_weight must be from min_floor_weight to 1, got 1.0001",
        "max_weight | 0.50000000001 | max_weight must have at most 10 decimal places, got"
            + " 0.50000000001",
        "min_trades | 1 | min_trades must be from 2 to lookback_trades, got 1",
        "min_trades | 101 | min_trades must be from 2 to lookback_trades, got 101",
        "max_sharpe | 0 | max_sharpe must be above 0, got 0",
        "max_sharpe | -1 | max_sharpe must be above 0, got -1",
        "max_sharpe | NaN | max_sharpe must be a decimal, got 'NaN'",
        "lookback_trades | 2.5 | lookback_trades must be a whole number, got '2.5'",
        "min_trades | many | min_trades must be a whole number, got 'many'",
        "enforce_performance | 1 | enforce_performance must be true or false, got '1'",
        "agent_ids | A,B | agent_ids must be a list, each a text that is not blank, got 'A,B'",
        "look_back_trades | 50 | look_back_trades is not a known name:"
            + " did you mean lookback_trades?"
      })
  void a_value_out_of_its_range_is_refused(String key, String value, String error) {
    assertThat(errorsOf(Map.of(key, value))).contains(error);
  }

  @Test
  void ranges_that_hang_together_are_checked_together() {
    assertThat(errorsOf(Map.of("min_floor_weight", "0.6", "max_weight", "0.5")))
        .containsExactly("max_weight must be from min_floor_weight to 1, got 0.5");
    assertThat(errorsOf(Map.of("lookback_trades", 10, "min_trades", 11)))
        .containsExactly("min_trades must be from 2 to lookback_trades, got 11");
  }

  @Test
  void all_errors_are_reported_at_once() {
    Map<String, Object> values = new HashMap<>();
    values.put("agent_ids", List.of("A", "A"));
    values.put("lookback_trades", 1);
    values.put("risk_free_rate", 2);
    values.put("min_floor_weight", -1);
    values.put("enforce_performance", "maybe");
    values.put("temperature", 0);
    values.put("max_weight", 7);
    values.put("min_trades", 0);
    values.put("max_sharpe", 0);
    values.put("typo", 1);
    List<String> errors = errorsOf(values);
    assertThat(errors).hasSize(10);
    for (String key : values.keySet()) {
      assertThat(errors).anyMatch(error -> error.startsWith(key + " "));
    }
  }

  @Test
  void agents_that_are_named_twice_or_not_at_all_are_refused_wherever_they_come_from() {
    for (List<String> agents : List.of(List.of("A", "A"), List.of(""), List.of(" "))) {
      InvalidConfigurationException refused =
          catchThrowableOfType(
              InvalidConfigurationException.class,
              () ->
                  new WeightsConfig(
                      agents,
                      100,
                      BigDecimal.ZERO,
                      BigDecimal.ZERO,
                      false,
                      BigDecimal.ONE,
                      BigDecimal.ONE,
                      2,
                      BigDecimal.ONE));
      assertThat(refused.errors())
          .containsExactly("agent_ids must be distinct, non-blank names, got " + agents);
    }
  }

  @Test
  void the_sharpe_rules_are_those_of_the_settings() {
    assertThat(
            WeightsConfig.of(Fields.of("", Map.of("risk_free_rate", "0.252", "min_trades", 7)))
                .sharpeRules())
        .isEqualTo(new SharpeRules(0.252 / 252, 7));
  }

  private static List<String> errorsOf(Map<String, Object> values) {
    return catchThrowableOfType(
            InvalidConfigurationException.class, () -> WeightsConfig.of(Fields.of("", values)))
        .errors();
  }
}
