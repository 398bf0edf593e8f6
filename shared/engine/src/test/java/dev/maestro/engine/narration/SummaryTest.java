package dev.maestro.engine.narration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.throttle.Days;
import dev.maestro.engine.throttle.Throttle;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.ThrottleMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static List<ThrottleDecision> decisions(ThrottleMode... modes) {
    return Stream.of(modes)
        .map(mode -> Throttle.decide(Days.callingFor(mode), ThrottleConfig.DEFAULTS))
        .toList();
  }

  @Test
  void it_counts_the_strategies_by_mode() {
    assertThat(
            Summary.of(
                "S",
                decisions(
                    ThrottleMode.SHADOW_MODE,
                    ThrottleMode.ACTIVE,
                    ThrottleMode.REDUCED,
                    ThrottleMode.ACTIVE),
                Optional.empty()))
        .isEqualTo(
            "Maestro orchestration summary for session S:"
                + " Managed 4 strategies: 2 ACTIVE, 1 REDUCED, 1 SHADOW_MODE.");
  }

  @Test
  void systemic_details_follow() {
    assertThat(Summary.of("S", decisions(ThrottleMode.REDUCED), Optional.of("The details.")))
        .endsWith(" Managed 1 strategies: 1 REDUCED. The details.");
  }

  @Test
  void a_tenant_without_strategies_has_a_summary_too() {
    assertThat(Summary.of("S", List.of(), Optional.empty()))
        .isEqualTo("Maestro orchestration summary for session S: Managed 0 strategies.");
  }
}
