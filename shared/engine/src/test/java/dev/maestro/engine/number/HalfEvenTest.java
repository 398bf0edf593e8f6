package dev.maestro.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfEvenTest {
  @Test
  void a_double_is_rounded_as_its_exact_decimal_is() {
    Seeds.forTenTimesAsMany(random -> check(value(random)));
  }

  /** Halves that are exact, and doubles next to halves that are not. */
  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        0.5,
        1.5,
        2.5,
        -0.5,
        -2.5,
        0.125,
        0.375,
        -0.0625,
        0.15,
        0.25,
        0.35,
        0.145,
        2.675,
        1.005,
        -1.005,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        2251799813685247.5,
        2251799813685248.5,
        -4503599627370495.5,
        4503599627370496.0,
        9007199254740992.0,
        9.223372036854776e18,
        -1e300
      })
  void an_edge_is_rounded_as_its_exact_decimal_is(double value) {
    check(value);
    check(Math.nextUp(value));
    check(Math.nextDown(value));
  }

  private static void check(double value) {
    for (int places = 0; places <= 10 && Double.isFinite(value); places++) {
      assertThat(HalfEven.round(value, places))
          .as("%s to %d places", value, places)
          .isEqualTo(new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN));
    }
  }

  /** Of every size, exactly a half, or as near to a half as a double can be. */
  private static double value(SplittableRandom random) {
    double any = Double.longBitsToDouble(random.nextLong());
    double half = random.nextInt(-100_000_000, 100_000_000) + 0.5;
    return switch (random.nextInt(4)) {
      case 0 -> Double.isFinite(any) ? any : 0;
      case 1 -> half / (1L << random.nextInt(12));
      case 2 -> half / Math.pow(10, random.nextInt(11));
      default -> random.nextDouble(-1000, 1000);
    };
  }
}
