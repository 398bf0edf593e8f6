package dev.maestro.engine.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The quotient of two exact decimals as the nearest double.
 *
 * <p>The result depends on the quotient alone, not on how its parts were scaled: 1/100 and 10/1000
 * give the same bits. That is what makes "scaling every price changes nothing" exactly true.
 */
public final class ExactRatio {
  /** Integers up to here are exact doubles, and IEEE division rounds their quotient correctly. */
  private static final long EXACT_DOUBLE_LIMIT = 1L << 53;

  private static final int MAX_LONG_DIGITS = 18;

  private static final MathContext WIDE = new MathContext(60, RoundingMode.HALF_EVEN);

  private static final long[] POWERS_OF_TEN = powersOfTen();

  private ExactRatio() {}

  /**
   * Divides.
   *
   * @param denominator not zero
   * @return the double nearest to numerator / denominator
   */
  public static double of(BigDecimal numerator, BigDecimal denominator) {
    if (numerator.signum() == 0) {
      return 0;
    }
    if (numerator.precision() <= MAX_LONG_DIGITS && denominator.precision() <= MAX_LONG_DIGITS) {
      int shift = denominator.scale() - numerator.scale();
      long top = shifted(unscaled(numerator), Math.max(shift, 0));
      long bottom = shifted(unscaled(denominator), Math.max(-shift, 0));
      if (isExactDouble(top) && isExactDouble(bottom)) {
        return (double) top / (double) bottom;
      }
    }
    return numerator.divide(denominator, WIDE).doubleValue();
  }

  /** The unscaled value without the BigInteger that {@link BigDecimal#unscaledValue} makes. */
  private static long unscaled(BigDecimal value) {
    return value.scaleByPowerOfTen(value.scale()).longValue();
  }

  /** value x 10^places, or {@link Long#MAX_VALUE} where that leaves the exact range. */
  private static long shifted(long value, int places) {
    if (places == 0) {
      return value;
    }
    if (places >= POWERS_OF_TEN.length
        || Math.abs(value) > EXACT_DOUBLE_LIMIT / POWERS_OF_TEN[places]) {
      return Long.MAX_VALUE;
    }
    return value * POWERS_OF_TEN[places];
  }

  private static boolean isExactDouble(long value) {
    return Math.abs(value) <= EXACT_DOUBLE_LIMIT;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[16];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
