package dev.maestro.market.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures in a sentence: a plain decimal of six significant digits. */
final class Figures {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Figures() {}

  static String of(String name, double value) {
    BigDecimal shown = new BigDecimal(value).round(SIX_DIGITS);
    return name + " " + (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString());
  }
}
