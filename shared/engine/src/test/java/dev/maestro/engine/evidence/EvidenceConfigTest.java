package dev.maestro.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.evidence.claim.ClaimSettings;
import dev.maestro.engine.evidence.filter.FilterSettings;
import dev.maestro.engine.evidence.filter.ModeThresholds;
import dev.maestro.engine.form.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceConfigTest {
  @Test
  void the_defaults_are_those_of_the_specification() {
    EvidenceConfig config = EvidenceConfig.DEFAULTS;
    assertThat(config.filter()).isEqualTo(new FilterSettings(0.3, 1, 504, -0.5, 1, 5, 2.5, 40));
    assertThat(config.modes()).isEqualTo(new ModeThresholds(0, 0.15, 0.25, 0.35));
    assertThat(config.claim()).isEqualTo(new ClaimSettings(1.5, -2, 0.05, 1, 252));
    assertThat(config.neutral()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "prior_mean, -4",
    "prior_sd, 0.1",
    "change_every, 1",
    "redraw_mean, 4",
    "redraw_sd, 10",
    "warm_up, 0",
    "clip, 4",
    "volatility_half_life, 0.5",
    "shadow_below, 0.15",
    "leave_shadow_at, 0.35",
    "reduce_below, 0.35",
    "active_at, 4",
    "claim, 1.58",
    "dead, 1.4",
    "alpha, 0.5",
    "agents_tried, 1000",
    "periods_per_year, 365",
    "neutral, true"
  })
  void what_is_in_its_range_is_taken(String key, String value) {
    assertThatCode(() -> EvidenceConfig.of(Fields.of("", Map.of(key, value))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "prior_mean, 4.1",
    "prior_mean, NaN",
    "prior_sd, 0",
    "prior_sd, -1",
    "change_every, 0",
    "change_every, 1.5",
    "redraw_mean, -5",
    "redraw_sd, 0",
    "warm_up, -1",
    "clip, 0",
    "volatility_half_life, 0",
    "leave_shadow_at, -0.1",
    "reduce_below, -0.1",
    "active_at, 0.2",
    "claim, 0",
    "claim, 1.6",
    "dead, 1.5",
    "alpha, 0",
    "alpha, 1",
    "agents_tried, 0",
    "periods_per_year, 251",
    "neutral, maybe",
    "grid, 1"
  })
  void what_is_out_of_its_range_is_refused_by_name(String key, String value) {
    assertThatThrownBy(() -> EvidenceConfig.of(Fields.of("", Map.of(key, value))))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(key);
  }

  @Test
  void the_grid_cannot_be_configured_away() {
    assertThatThrownBy(() -> EvidenceConfig.of(Fields.of("", Map.of("grid", List.of()))))
        .hasMessageStartingWith("Configuration refused: grid is not a known name");
  }

  @Test
  void all_errors_are_told_at_once() {
    InvalidConfigurationException refused =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () ->
                EvidenceConfig.of(
                    Fields.of(
                        "",
                        Map.of(
                            "alpha", 0,
                            "prior_sd", 0,
                            "reduce_below", -1,
                            "clip", "wide",
                            "typo", 1))));
    assertThat(refused.errors()).hasSize(5);
  }
}
