package dev.maestro.engine.audit;

import dev.maestro.engine.number.HalfEven;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers in the canonical form: plain decimals with at most 10 places, half-even, without trailing
 * zeros or exponent; and decimals as texts with all their places.
 */
public final class CanonicalNumber {
  private static final int PLACES = 10;

  private static final int MAX_TRAILING_ZEROS = 100;

  private static final int MAX_LONG_DIGITS = 18;

  /** With more zeros behind the point a decimal's own text has an exponent. */
  private static final int MOST_LEADING_ZEROS = 5;

  private CanonicalNumber() {}

  /**
   * Appends a number.
   *
   * @throws IllegalArgumentException for NaN, infinities, and more than 100 zeros before the point
   */
  static void append(Number number, CanonicalBytes out) {
    if (number instanceof Integer || number instanceof Long) {
      out.number(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      append(rounded(decimal), out);
    } else if (number instanceof Double fraction) {
      append(fraction.doubleValue(), out);
    } else {
      append(rounded(new BigDecimal(number.toString())), out);
    }
  }

  private static void append(double number, CanonicalBytes out) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("no canonical form for the number " + number);
    }
    if (HalfEven.isCounted(number, PLACES)) {
      append(HalfEven.units(number, PLACES), PLACES, out);
    } else {
      append(HalfEven.round(number, PLACES), out);
    }
  }

  /** A decimal in quotation marks with all its places, as {@link BigDecimal#toString}. */
  public static void exact(BigDecimal decimal, CanonicalBytes out) {
    int scale = decimal.scale();
    int precision = decimal.precision();
    out.ascii('"');
    if (scale < 0 || precision > MAX_LONG_DIGITS || scale - precision > MOST_LEADING_ZEROS) {
      out.ascii(decimal.toString());
    } else {
      long unscaled = decimal.scaleByPowerOfTen(scale).longValue();
      if (unscaled < 0) {
        out.ascii('-');
      }
      out.decimal(Math.abs(unscaled), scale);
    }
    out.ascii('"');
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

  private static void append(BigDecimal rounded, CanonicalBytes out) {
    if (rounded.scale() >= 0 && rounded.precision() <= MAX_LONG_DIGITS) {
      append(rounded.scaleByPowerOfTen(rounded.scale()).longValue(), rounded.scale(), out);
    } else {
      out.ascii(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }
  }

  private static void append(long unscaled, int scale, CanonicalBytes out) {
    long digits = Math.abs(unscaled);
    long unit = 1;
    int places = 0;
    for (int place = 0; place < scale; place++) {
      if (unit == 1 && digits % 10 == 0) {
        digits /= 10;
      } else {
        unit *= 10;
        places++;
      }
    }
    if (unscaled < 0) {
      out.ascii('-');
    }
    out.digits(digits / unit, 1);
    if (places > 0) {
      out.ascii('.');
      out.digits(digits % unit, places);
    }
  }
}
