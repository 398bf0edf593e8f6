package dev.maestro.engine.audit;

import dev.maestro.engine.number.HalfEven;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers in the canonical form: plain decimals with at most 10 places, half-even, without trailing
 * zeros or exponent.
 */
final class CanonicalNumber {
  private static final int PLACES = 10;

  private static final int MAX_TRAILING_ZEROS = 100;

  private static final int MAX_LONG_DIGITS = 18;

  private CanonicalNumber() {}

  /**
   * Appends a number.
   *
   * @throws IllegalArgumentException for NaN, infinities, and more than 100 zeros before the point
   */
  static void append(Number number, StringBuilder out) {
    if (number instanceof Integer || number instanceof Long) {
      out.append(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      append(rounded(decimal), out);
    } else if (number instanceof Double fraction && Double.isFinite(fraction)) {
      append(HalfEven.round(fraction, PLACES), out);
    } else if (!(number instanceof Double)) {
      append(rounded(new BigDecimal(number.toString())), out);
    } else {
      throw new IllegalArgumentException("no canonical form for the number " + number);
    }
  }

  private static BigDecimal rounded(BigDecimal exact) {
    if (exact.scale() < -MAX_TRAILING_ZEROS) {
      throw new IllegalArgumentException("no canonical form for a number as large as " + exact);
    }
    if ((long) exact.precision() - exact.scale() < -PLACES) {
      return BigDecimal.ZERO;
    }
    return exact.scale() > PLACES ? exact.setScale(PLACES, RoundingMode.HALF_EVEN) : exact;
  }

  private static void append(BigDecimal rounded, StringBuilder out) {
    if (rounded.scale() >= 0 && rounded.precision() <= MAX_LONG_DIGITS) {
      append(rounded.scaleByPowerOfTen(rounded.scale()).longValue(), rounded.scale(), out);
    } else {
      out.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }
  }

  private static void append(long unscaled, int scale, StringBuilder out) {
    long digits = Math.abs(unscaled);
    long unit = 1;
    for (int place = 0; place < scale; place++) {
      if (unit == 1 && digits % 10 == 0) {
        digits /= 10;
      } else {
        unit *= 10;
      }
    }
    out.append(unscaled < 0 ? "-" : "").append(digits / unit);
    if (unit > 1) {
      int point = out.length();
      out.append(unit + digits % unit).setCharAt(point, '.');
    }
  }
}
