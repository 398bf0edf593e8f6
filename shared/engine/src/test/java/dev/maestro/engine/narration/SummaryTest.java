package dev.maestro.engine.narration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.throttle.Days;
import dev.maestro.engine.throttle.Throttle;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.mode.ThrottleMode;
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
                0,
                0,
                Optional.empty()))
        .isEqualTo(
            "Maestro orchestration summary for session S:"
                + " Managed 4 strategies: 2 ACTIVE, 1 REDUCED, 1 SHADOW_MODE.");
  }

  @Test
  void who_may_not_trade_is_counted_apart_from_the_modes() {
    assertThat(Summary.of("S", decisions(ThrottleMode.REDUCED), 3, 1, Optional.empty()))
        .endsWith(" Managed 1 strategies: 1 REDUCED. 3 not selected. 1 disabled.");
    assertThat(Summary.of("S", List.of(), 2, 0, Optional.empty()))
        .endsWith(" Managed 0 strategies. 2 not selected.");
  }

  @Test
  void systemic_details_follow() {
    assertThat(Summary.of("S", decisions(ThrottleMode.REDUCED), 0, 1, Optional.of("The details.")))
        .endsWith(" Managed 1 strategies: 1 REDUCED. 1 disabled. The details.");
  }

  @Test
  void a_tenant_without_strategies_has_a_summary_too() {
    assertThat(Summary.of("S", List.of(), 0, 0, Optional.empty()))
        .isEqualTo("Maestro orchestration summary for session S: Managed 0 strategies.");
  }
}
