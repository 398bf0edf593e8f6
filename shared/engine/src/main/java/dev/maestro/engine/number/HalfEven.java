package dev.maestro.engine.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds the exact binary value of a double to decimal places, half-even. */
public final class HalfEven {
  /** Below it a double still has a place for one half. */
  private static final double LARGEST_WITH_HALVES = 1L << 51;

  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10
  };

  private HalfEven() {}

  /**
   * The same as {@code new BigDecimal(value).setScale(places, HALF_EVEN)}, at a tenth of the cost
   * for what is not very large.
   *
   * @param value finite
   * @param places 0..10
   */
  public static BigDecimal round(double value, int places) {
    return isCounted(value, places)
        ? BigDecimal.valueOf(units(value, places), places)
        : new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
  }

  /** True if {@link #units} can tell the rounded value. */
  public static boolean isCounted(double value, int places) {
    return Math.abs(value * POWERS_OF_TEN[places]) < LARGEST_WITH_HALVES;
  }

  /**
   * The rounded value in units of its last place: 0.125 at 2 places is 12.
   *
   * @param value one that {@link #isCounted}
   */
  public static long units(double value, int places) {
    double power = POWERS_OF_TEN[places];
    return nearest(value, power, value * power);
  }

  /**
   * The integer nearest to value x power. Their product lost at most half a unit in its last place;
   * that can only matter where it seems to lie in the middle of two integers.
   */
  private static long nearest(double value, double power, double product) {
    double even = Math.rint(product);
    double beyond = product - even;
    double lost = Math.fma(value, power, -product);
    boolean isFurther = Math.abs(beyond) == 0.5 && lost * beyond > 0;
    return (long) even + (isFurther ? (long) Math.signum(beyond) : 0);
  }
}
