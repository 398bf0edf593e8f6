package dev.maestro.engine.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in the account's currency, of either sign, with at most {@value #PLACES} places.
 * Not a price, which has its own precision, and no quantity.
 *
 * <p>Two amounts are equal if they are worth the same: 1.50 is 1.5.
 */
public record Money(BigDecimal value) implements Comparable<Money> {
  /** Places that are kept. */
  public static final int PLACES = 4;

  /** Nothing. */
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /** Refuses more than {@value #PLACES} places. */
  public Money {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > PLACES) {
      throw new IllegalArgumentException("money has at most 4 places, got " + value);
    }
    value = plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** An amount written out, such as {@code 1250.50}. */
  public static Money of(String text) {
    return new Money(new BigDecimal(text));
  }

  /** The amount, half-even on the last place that is kept. */
  public static Money rounded(BigDecimal value) {
    return new Money(value.setScale(PLACES, RoundingMode.HALF_EVEN));
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(value.add(other.value));
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(value.subtract(other.value));
  }

  /** The same amount of the other sign. */
  public Money negated() {
    return new Money(value.negate());
  }

  /** -1, 0 or 1. */
  public int signum() {
    return value.signum();
  }

  /** The smaller one. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger one. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whole cents, towards zero. */
  public Money cutToCents() {
    return new Money(value.setScale(2, RoundingMode.DOWN));
  }

  @Override
  public int compareTo(Money other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
