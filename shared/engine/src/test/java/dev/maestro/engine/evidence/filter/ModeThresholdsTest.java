package dev.maestro.engine.evidence.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeThresholdsTest {
  private static final ModeThresholds MODES = new ModeThresholds(0, 0.15, 0.25, 0.35);

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 0.25, ACTIVE",
    "ACTIVE, 0.2499, REDUCED",
    "ACTIVE, 0, REDUCED",
    "ACTIVE, -0.0001, SHADOW_MODE",
    "REDUCED, 0.3499, REDUCED",
    "REDUCED, 0.35, ACTIVE",
    "REDUCED, 0, REDUCED",
    "REDUCED, -0.0001, SHADOW_MODE",
    "SHADOW_MODE, 0.1499, SHADOW_MODE",
    "SHADOW_MODE, 0.15, REDUCED",
    "SHADOW_MODE, 0.3499, REDUCED",
    "SHADOW_MODE, 0.35, ACTIVE"
  })
  void a_mode_loosens_later_than_it_tightens(
      ThrottleMode before, double expectedSharpe, ThrottleMode after) {
    assertThat(MODES.next(before, expectedSharpe)).isEqualTo(after);
  }

  @Test
  void less_expected_never_loosens_whatever_the_mode_was() {
    Seeds.forEach(
        random -> {
          double more = random.nextDouble(-0.5, 0.6);
          double less = more - random.nextDouble(0.3);
          ThrottleMode mode = List.of(ThrottleMode.values()).get(random.nextInt(3));
          ThrottleMode tighter = List.of(ThrottleMode.values()).get(random.nextInt(3));
          assertThat(MODES.next(mode, more).isTighterThan(MODES.next(mode, less))).isFalse();
          if (!mode.isTighterThan(tighter)) {
            assertThat(MODES.next(mode, more).isTighterThan(MODES.next(tighter, more))).isFalse();
          }
        });
  }
}
