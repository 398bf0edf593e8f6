package dev.maestro.engine.capital;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact number of shares, coins or contracts, of either sign, with at most {@value #PLACES}
 * places. Not an amount of money.
 *
 * <p>Two quantities are equal if they are as many: 1.50 is 1.5.
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
  /** Places that are kept. */
  public static final int PLACES = 10;

  /** Nothing. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  /** Refuses more than {@value #PLACES} places. */
  public Quantity {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > PLACES) {
      throw new IllegalArgumentException("a quantity has at most 10 places, got " + value);
    }
    value = plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** A quantity written out, such as {@code 0.25}. */
  public static Quantity of(String text) {
    return new Quantity(new BigDecimal(text));
  }

  /** The quantity; empty if the number has too many places. */
  public static Optional<Quantity> ofExact(BigDecimal value) {
    return value.stripTrailingZeros().scale() > PLACES
        ? Optional.empty()
        : Optional.of(new Quantity(value));
  }

  /** The nearest quantity, half-even on the last place that is kept. */
  public static Quantity rounded(BigDecimal value) {
    return new Quantity(value.setScale(PLACES, RoundingMode.HALF_EVEN));
  }

  /** The sum. */
  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value));
  }

  /** The difference. */
  public Quantity minus(Quantity other) {
    return new Quantity(value.subtract(other.value));
  }

  /** As many of the other sign. */
  public Quantity negated() {
    return new Quantity(value.negate());
  }

  /** As many, bought. */
  public Quantity abs() {
    return signum() < 0 ? negated() : this;
  }

  /** As many times 1, 0 or -1. */
  public Quantity times(int sign) {
    return sign == 0 ? ZERO : sign > 0 ? this : negated();
  }

  /** -1, 0 or 1. */
  public int signum() {
    return value.signum();
  }

  /** The smaller one. */
  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger one. */
  public Quantity max(Quantity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Larger than the other. */
  public boolean isAbove(Quantity other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
