package dev.maestro.engine.market;

import java.time.Instant;
import java.util.Optional;

/**
 * Prices and volume of one period that begins at {@code start}; its length is its history's.
 *
 * <p>Prices are doubles because only statistics are taken from them; no money is.
 *
 * @param open first price of the period, finite and above 0, like the other prices
 * @param high not below any of the others
 * @param low not above any of the others
 * @param close last price of the period
 * @param volume units traded, finite, 0 or more
 */
public record Bar(
    Instant start, double open, double high, double low, double close, double volume) {

  /** Refuses what cannot be prices of one period. */
  public Bar {
    if (!isPossible(open, high, low, close, volume)) {
      throw new IllegalArgumentException(
          "a bar needs finite prices above 0 with low <= open, close <= high and a volume of 0 or"
              + (" more, got open " + open + ", high " + high + ", low " + low)
              + (", close " + close + ", volume " + volume + " at " + start));
    }
  }

  /** The bar, or empty if these numbers cannot be one. */
  public static Optional<Bar> read(
      Instant start, double open, double high, double low, double close, double volume) {
    return isPossible(open, high, low, close, volume)
        ? Optional.of(new Bar(start, open, high, low, close, volume))
        : Optional.empty();
  }

  /** Every comparison with a NaN is false, so no NaN passes. */
  private static boolean isPossible(
      double open, double high, double low, double close, double volume) {
    return low > 0
        && low <= Math.min(open, close)
        && high >= Math.max(open, close)
        && high <= Double.MAX_VALUE
        && volume >= 0
        && volume <= Double.MAX_VALUE;
  }
}
