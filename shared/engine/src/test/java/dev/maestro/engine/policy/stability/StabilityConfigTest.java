package dev.maestro.engine.policy.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.form.Fields;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StabilityConfigTest {
  @Test
  void nothing_given_is_the_default() {
    assertThat(StabilityConfig.of(Fields.EMPTY, ZoneOffset.UTC))
        .isEqualTo(StabilityConfig.DEFAULTS);
  }

  @Test
  void every_value_takes_effect() {
    assertThat(
            StabilityConfig.of(
                Fields.of(
                    "",
                    Map.of(
                        "policy_update_interval", 3600,
                        "loosen_confirmations", 1,
                        "steady_confirmations", "100")),
                ZoneOffset.MAX))
        .isEqualTo(new StabilityConfig(Duration.ofHours(1), 1, 100, ZoneOffset.MAX));
    assertThat(
            StabilityConfig.of(Fields.of("", Map.of("policy_update_interval", 0)), ZoneOffset.UTC))
        .isEqualTo(new StabilityConfig(Duration.ZERO, 2, 3, ZoneOffset.UTC));
  }

  @Test
  void all_errors_are_reported_at_once() {
    Map<String, Object> wrong =
        Map.of(
            "policy_update_interval", 3601,
            "loosen_confirmations", 0,
            "steady_confirmations", 101,
            "patience", 1);
    assertThatThrownBy(() -> StabilityConfig.of(Fields.of("", wrong), ZoneOffset.UTC))
        .hasMessage(
            "Configuration refused: policy_update_interval must be from 0 to 3600 seconds, got"
                + " 3601; loosen_confirmations must be from 1 to 100, got 0; steady_confirmations"
                + " must be from 1 to 100, got 101; patience is not a known name: use one of"
                + " loosen_confirmations, policy_update_interval, steady_confirmations");
    assertThatThrownBy(
            () ->
                StabilityConfig.of(
                    Fields.of("", Map.of("policy_update_interval", -1)), ZoneOffset.UTC))
        .hasMessageContaining("got -1");
  }
}
