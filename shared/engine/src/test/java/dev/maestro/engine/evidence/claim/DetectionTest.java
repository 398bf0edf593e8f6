package dev.maestro.engine.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
  private static final ClaimSettings SETTINGS = new ClaimSettings(1.5, -2, 0.05, 1, 252);

  @ParameterizedTest
  @CsvSource({"60, 0.2476", "126, 0.6314", "252, 0.8979"})
  void so_many_of_the_dead_are_caught_by_then(int countedDays, double expected) {
    assertThat(Detection.chance(SETTINGS, countedDays)).isEqualTo(expected, within(5e-5));
  }

  @Test
  void nothing_is_caught_before_anything_was_seen_and_ever_more_after() {
    double before = Detection.chance(SETTINGS, 0);
    assertThat(before).isZero();
    for (int days = 1; days < 3000; days++) {
      double chance = Detection.chance(SETTINGS, days);
      assertThat(chance).isBetween(before, 1.0);
      before = chance;
    }
  }

  @Test
  void the_strictest_alpha_leaves_the_figure_a_chance() {
    ClaimSettings strict = new ClaimSettings(1.5, -2, 1e-30, 1, 252);
    assertThat(Detection.chance(strict, 100)).isBetween(0.0, 1e-6);
    assertThat(Detection.chance(strict, 100_000)).isEqualTo(1, within(1e-9));
  }
}
