package dev.maestro.engine.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.meta.selection.SelectionRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaConfigTest {
  @Test
  void defaults_are_those_of_the_specification() {
    assertThat(MetaConfig.DEFAULTS).isEqualTo(new MetaConfig(true, 30, false, 7, 2, 8, 2, 2));
    assertThat(MetaConfig.DEFAULTS.selectionRules()).isEqualTo(new SelectionRules(8, 2, 2));
  }

  @Test
  void every_setting_really_takes_effect() {
    Map<String, Object> values =
        Map.of(
            "enabled", false,
            "evaluation_interval_minutes", 15,
            "allow_shorts", "true",
            "slope_days", "14",
            "upgrade_confirmations", 3,
            "max_strategies", 5,
            "min_strategies", 1,
            "probation_slots", 0);
    assertThat(MetaConfig.of(Fields.of("", values)))
        .isEqualTo(new MetaConfig(false, 15, true, 14, 3, 5, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "evaluation_interval_minutes, 5, 1440",
    "slope_days, 2, 30",
    "upgrade_confirmations, 1, 10",
    "max_strategies, 0, 100",
    "min_strategies, 0, 100",
    "probation_slots, 0, 100"
  })
  void a_range_has_both_its_ends_and_nothing_beyond(String key, int min, int max) {
    assertThat(MetaConfig.of(Fields.of("", Map.of(key, min))))
        .isNotEqualTo(MetaConfig.of(Fields.of("", Map.of(key, max))));
    for (int wrong : new int[] {min - 1, max + 1}) {
      assertThatThrownBy(() -> MetaConfig.of(Fields.of("", Map.of(key, wrong))))
          .hasMessageContaining(key + " must be from " + min + " to " + max + ", got " + wrong);
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 60", "30, 60", "31, 62", "60, 120", "1440, 2880"})
  void a_policy_stands_for_an_hour_or_two_intervals_if_that_is_longer(int interval, int lifetime) {
    MetaConfig config =
        MetaConfig.of(Fields.of("", Map.of("evaluation_interval_minutes", interval)));
    assertThat(config.policyLifetime()).isEqualTo(Duration.ofMinutes(lifetime));
  }

  @Test
  void all_errors_are_reported_at_once() {
    assertThatThrownBy(
            () ->
                MetaConfig.of(
                    Fields.of(
                        "",
                        Map.of(
                            "slope_days",
                            1,
                            "max_strategies",
                            "many",
                            "probation_slots",
                            -1,
                            "allow_short",
                            true))))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.errors()).hasSize(4));
  }
}
