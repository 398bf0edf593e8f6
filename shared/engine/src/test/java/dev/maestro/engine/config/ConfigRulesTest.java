package dev.maestro.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigRulesTest {
  @Test
  void both_ends_of_a_range_belong_to_it() {
    ConfigRules rules =
        new ConfigRules()
            .within("rate", new BigDecimal("0.0"), "0", "1")
            .within("rate", new BigDecimal("1.00"), "0", "1")
            .within("count", 2, 2, 1000)
            .within("count", 1000, 2, 1000)
            .require(true, "never said");
    assertThatCode(rules::check).doesNotThrowAnyException();
  }

  @Test
  void every_broken_rule_is_named_with_its_key_its_range_and_the_value() {
    ConfigRules rules =
        new ConfigRules()
            .within("low", new BigDecimal("-0.01"), "0", "1")
            .within("high", new BigDecimal("1.01"), "0", "1")
            .within("few", 1, 2, 1000)
            .within("many", 1001, 2, 1000)
            .require(false, "said");
    InvalidConfigurationException refused =
        catchThrowableOfType(InvalidConfigurationException.class, rules::check);
    assertThat(refused.errors())
        .isEqualTo(
            List.of(
                "low must be from 0 to 1, got -0.01",
                "high must be from 0 to 1, got 1.01",
                "few must be from 2 to 1000, got 1",
                "many must be from 2 to 1000, got 1001",
                "said"));
  }
}
