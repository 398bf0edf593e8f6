package dev.maestro.engine.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A percentage: 1.0 is 1 %. No {@link Fraction}; only {@link Fraction#toPercent} leads from one to
 * the other.
 *
 * @param value finite, of either sign; losses and drawdowns are negative
 */
public record Percent(double value) {
  /** 0 %. */
  public static final Percent ZERO = new Percent(0);

  /** Refuses what is not a number: unknown percentages are empty Optionals. */
  public Percent {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a percentage must be finite, got " + value);
    }
  }

  /** The percentage, or empty if the value is NaN or infinite. */
  public static Optional<Percent> ofFinite(double value) {
    return Double.isFinite(value) ? Optional.of(new Percent(value)) : Optional.empty();
  }

  /** This many times as much. */
  public Percent times(double factor) {
    return new Percent(value * factor);
  }

  /** The smaller of both; of two losses the larger one. */
  public Percent min(Percent other) {
    return value <= other.value ? this : other;
  }

  /** Plain text with a percent sign, rounded half-even on the exact binary value: -3.50%. */
  public String format(int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString() + "%";
  }
}
