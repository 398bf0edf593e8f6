package dev.maestro.engine.number;

import java.util.Optional;

/**
 * A share of a whole: 0.5 is one half. No {@link Percent}: 50 is refused.
 *
 * @param value from 0 to 1
 */
public record Fraction(double value) {
  /** Nothing. */
  public static final Fraction ZERO = new Fraction(0);

  /** The whole. */
  public static final Fraction ONE = new Fraction(1);

  /** Checks the range. */
  public Fraction {
    if (!isOne(value)) {
      throw new IllegalArgumentException("a fraction must be from 0 to 1, got " + value);
    }
  }

  /** The fraction, or empty if the value is none: NaN, below 0 or above 1. */
  public static Optional<Fraction> ofValid(double value) {
    return isOne(value) ? Optional.of(new Fraction(value)) : Optional.empty();
  }

  /** The nearest fraction to a sum that may have left the range. */
  public static Fraction clamp(double value) {
    return new Fraction(Math.min(1, Math.max(0, value)));
  }

  /** The same share in percent. */
  public Percent toPercent() {
    return new Percent(value * 100);
  }

  /** At least as much as the other. */
  public boolean isAtLeast(Fraction other) {
    return value >= other.value;
  }

  private static boolean isOne(double value) {
    return value >= 0 && value <= 1;
  }
}
