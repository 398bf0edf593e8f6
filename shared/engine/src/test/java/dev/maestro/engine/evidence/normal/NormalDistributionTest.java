package dev.maestro.engine.evidence.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.6914624612740131",
    "1, 0.8413447460685429",
    "1.96, 0.9750021048517795",
    "3, 0.9986501019683699",
    "3.0000001, 0.9986501024115547",
    "8, 0.9999999999999993",
    "-1, 0.15865525393145707",
    "-2.9999, 0.0013503412829549248",
    "-3.0001, 0.001349454913260717",
    "-5, 2.866515718791946e-07",
    "-10, 7.619853024160593e-24",
    "-37, 5.725571222525139e-300"
  })
  void a_chance_is_right_to_twelve_digits_in_the_tail_too(double x, double expected) {
    assertThat(NormalDistribution.cumulative(x)).isEqualTo(expected, within(1e-12 * expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.4, -0.2533471031357998",
    "0.95, 1.6448536269514715",
    "0.975, 1.9599639845400536",
    "0.99, 2.3263478740408408",
    "1e-10, -6.361340902404056"
  })
  void a_quantile_is_right_to_twelve_digits(double chance, double expected) {
    assertThat(NormalDistribution.quantile(chance)).isEqualTo(expected, within(1e-11));
  }

  @Test
  void a_quantile_is_exceeded_with_the_rest_of_the_chance() {
    Seeds.forEach(
        random -> {
          double chance = StrictMath.exp(-random.nextDouble(1e-9, 600));
          double back = NormalDistribution.cumulative(NormalDistribution.quantile(chance));
          assertThat(back).isEqualTo(chance, within(1e-10 * chance));
        });
  }

  @Test
  void a_larger_value_is_never_less_likely_reached() {
    Seeds.forEach(
        random -> {
          double x = random.nextDouble(-9, 9);
          double more = x + random.nextDouble(1e-6);
          assertThat(NormalDistribution.cumulative(more))
              .isGreaterThanOrEqualTo(NormalDistribution.cumulative(x) - 1e-15);
        });
  }

  @Test
  void the_ends_are_nothing_and_everything() {
    assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.cumulative(-1e200)).isZero();
    assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isOne();
    assertThat(NormalDistribution.quantile(Double.MIN_VALUE)).isLessThan(-38);
    for (double none : new double[] {0, 1, -1, 2, Double.NaN}) {
      assertThatThrownBy(() -> NormalDistribution.quantile(none))
          .hasMessage("a chance must be above 0 and below 1, got " + none);
    }
  }
}
