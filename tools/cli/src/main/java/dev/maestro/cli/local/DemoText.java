package dev.maestro.cli.local;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Made-up figures as exact decimals. */
final class DemoText {
  private DemoText() {}

  static BigDecimal decimal(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
  }
}
