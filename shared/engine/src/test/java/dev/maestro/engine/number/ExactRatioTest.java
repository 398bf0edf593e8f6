package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactRatioTest {
  private static final MathContext VERY_WIDE = new MathContext(300);

  @ParameterizedTest
  @CsvSource({
    "1, 100, 0.01",
    "10, 1000, 0.01",
    "0.1, 10, 0.01",
    "-3, 4, -0.75",
    "0, 7, 0",
    "0.00, 7.000, 0",
    "1, 3, 0.3333333333333333",
    "2e5, 1e-5, 2e10",
    "9007199254740992, 1, 9007199254740992",
    "9007199254740993, 1, 9007199254740992",
    "9007199254740995, 1, 9007199254740996",
    "123456789012345678, 1000000000000000000, 0.12345678901234568",
    "1234567890123456789, 10000000000000000000, 0.12345678901234568",
    "1e-30, 1e14, 1e-44",
    "1e14, 1e-30, 1e44",
    "999999999999999e0, 1e-90, 9.99999999999999e104"
  })
  void the_quotient_is_the_nearest_double(
      BigDecimal numerator, BigDecimal denominator, double quotient) {
    assertThat(ExactRatio.of(numerator, denominator)).isEqualTo(quotient);
  }

  @Test
  void the_quotient_is_that_of_a_high_precision_division() {
    Seeds.forTenTimesAsMany(
        random -> {
          BigDecimal numerator = decimal(random);
          BigDecimal denominator = divisor(random);
          double expected = Double.parseDouble(numerator.divide(denominator, VERY_WIDE).toString());
          assertThat(ExactRatio.of(numerator, denominator))
              .as(numerator + " / " + denominator)
              .isEqualTo(expected);
        });
  }

  @Test
  void equal_quotients_in_different_scales_give_identical_bits() {
    Seeds.forTenTimesAsMany(
        random -> {
          BigDecimal numerator = decimal(random);
          BigDecimal denominator = divisor(random);
          BigDecimal factor = divisor(random);
          long bits = bits(numerator, denominator);
          assertThat(bits(numerator.multiply(factor), denominator.multiply(factor)))
              .as(numerator + " / " + denominator + " both times " + factor)
              .isEqualTo(bits);
          int places = random.nextInt(-25, 26);
          assertThat(
                  bits(numerator.scaleByPowerOfTen(places), denominator.scaleByPowerOfTen(places)))
              .as(numerator + " / " + denominator + " both times 1e" + places)
              .isEqualTo(bits);
          assertThat(bits(numerator.setScale(numerator.scale() + 20), denominator))
              .as(numerator + " / " + denominator + " with 20 more zeros")
              .isEqualTo(bits);
        });
  }

  @Test
  void a_quotient_of_zero_has_no_sign() {
    BigDecimal wide = new BigDecimal("-1234567890123456789012345");
    assertThat(bits(BigDecimal.ZERO, new BigDecimal("-5"))).isEqualTo(0L);
    assertThat(bits(BigDecimal.ZERO, wide)).isEqualTo(0L);
  }

  private static long bits(BigDecimal numerator, BigDecimal denominator) {
    return Double.doubleToRawLongBits(ExactRatio.of(numerator, denominator));
  }

  /** Around every border of the calculation: few digits, 2^53, 18 digits, many digits. */
  private static BigDecimal decimal(SplittableRandom random) {
    BigInteger digits =
        switch (random.nextInt(5)) {
          case 0 -> BigInteger.valueOf(random.nextInt(-1000, 1000));
          case 1 -> BigInteger.valueOf((1L << 53) + random.nextInt(-3, 4));
          case 2 -> BigInteger.valueOf(random.nextLong(-(1L << 60), 1L << 60));
          case 3 -> BigInteger.valueOf(random.nextLong()).multiply(BigInteger.TEN.pow(9));
          default -> BigInteger.valueOf(random.nextInt());
        };
    return new BigDecimal(digits, random.nextInt(-14, 31));
  }

  private static BigDecimal divisor(SplittableRandom random) {
    BigDecimal value = decimal(random).abs();
    return value.signum() == 0 ? BigDecimal.ONE : value;
  }
}
