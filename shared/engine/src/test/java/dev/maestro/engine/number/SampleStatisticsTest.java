package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStatisticsTest {
  private static final MathContext WIDE = new MathContext(60);

  @Test
  void the_deviation_is_that_of_a_sample() {
    SampleStatistics statistics = of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(statistics.count()).isEqualTo(8);
    assertThat(statistics.mean()).isEqualTo(5);
    assertThat(statistics.deviation()).isEqualTo(Math.sqrt(32.0 / 7));
  }

  @Test
  void a_single_value_has_no_deviation_to_divide_by() {
    SampleStatistics statistics = of(0.02);
    assertThat(statistics.mean()).isEqualTo(0.02);
    assertThat(statistics.deviation()).isZero();
    assertThat(statistics.isDegenerate()).isTrue();
  }

  @Test
  void two_values_have_a_deviation() {
    assertThat(of(1, 3).deviation()).isEqualTo(Math.sqrt(2));
  }

  @Test
  void no_values_have_no_statistics() {
    assertThatThrownBy(() -> of())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("statistics need at least 1 value, got 0");
  }

  @Test
  void mean_and_deviation_are_those_of_an_exact_calculation() {
    Seeds.forEach(
        random -> {
          double[] values = returns(random);
          SampleStatistics statistics = of(values);
          BigDecimal mean = exactMean(values);
          double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
          assertThat(statistics.mean()).isCloseTo(mean.doubleValue(), within(1e-13 * size));
          assertThat(statistics.deviation())
              .isCloseTo(exactDeviation(values, mean), within(1e-13 * size));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 5e-10, true",
    "-0.5, 5e-10, true",
    "0.5, 5.0000001e-10, false",
    "-0.5, 5.0000001e-10, false",
    "0, 1e-15, true",
    "0, 1.0000001e-15, false",
    "1e-7, 1e-15, true",
    "1e-7, 1.0000001e-15, false",
    "1e-6, 1e-15, true",
    "0, 0, true",
    "0.01, 0.02, false"
  })
  void a_deviation_of_noise_is_degenerate(double mean, double deviation, boolean degenerate) {
    assertThat(new SampleStatistics(10, mean, deviation).isDegenerate()).isEqualTo(degenerate);
  }

  @Test
  void equal_returns_are_degenerate_whatever_they_are() {
    Seeds.forEach(
        random -> {
          double[] values = new double[random.nextInt(2, 1001)];
          Arrays.fill(values, random.nextDouble(-2, 2) * Math.pow(10, random.nextInt(-6, 1)));
          assertThat(of(values).isDegenerate()).as("%s", values[0]).isTrue();
        });
  }

  @Test
  void the_sharpe_ratio_is_the_mean_above_the_risk_free_rate_per_deviation() {
    assertThat(new SampleStatistics(10, 0.05, 0.02).sharpe(0.01)).isCloseTo(2, within(1e-15));
    assertThat(new SampleStatistics(10, 0.01, 0.02).sharpe(0.05)).isCloseTo(-2, within(1e-15));
  }

  @Test
  void the_standard_error_follows_lo() {
    assertThat(SampleStatistics.sharpeStandardError(2, 12)).isEqualTo(0.5);
    assertThat(SampleStatistics.sharpeStandardError(-2, 12)).isEqualTo(0.5);
    assertThat(SampleStatistics.sharpeStandardError(0, 4)).isEqualTo(0.5);
  }

  private static SampleStatistics of(double... values) {
    return SampleStatistics.of(values.length, i -> values[i]);
  }

  private static double[] returns(SplittableRandom random) {
    double center = random.nextDouble(-0.1, 0.1);
    double spread = Math.pow(10, random.nextInt(-7, 1));
    return random.doubles(random.nextInt(2, 200), -1, 1).map(x -> center + spread * x).toArray();
  }

  private static BigDecimal exactMean(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(values.length), WIDE);
  }

  private static double exactDeviation(double[] values, BigDecimal mean) {
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2));
    }
    return squares.divide(BigDecimal.valueOf(values.length - 1), WIDE).sqrt(WIDE).doubleValue();
  }
}
