package dev.maestro.engine.number;

import java.math.BigDecimal;

/**
 * Rounds figures before they are compared, so that noise in the last bits decides nothing; not for
 * money, which is exact.
 */
public final class NineDecimals {
  private static final int PLACES = 9;

  private NineDecimals() {}

  /**
   * The value at 9 decimal places, half-even on the exact binary value; NaN and infinities as they
   * are.
   */
  public static double round(double value) {
    return Double.isFinite(value) ? HalfEven.round(value, PLACES).doubleValue() : value;
  }

  /**
   * The rounded value as people read it: a plain decimal without trailing zeros.
   *
   * @param value finite
   */
  public static String show(double value) {
    BigDecimal rounded = HalfEven.round(value, PLACES);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
