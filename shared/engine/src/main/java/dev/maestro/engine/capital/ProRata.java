package dev.maestro.engine.capital;

import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How an amount is split: the part that is taken is rounded, the rest keeps the rest. */
public final class ProRata {
  private ProRata() {}

  /**
   * The part of an amount that goes with a part of a quantity: amount x part / whole, half-even to
   * the places of money; all of it where the part is the whole.
   *
   * @param part from 0 to the whole
   * @param whole above 0
   */
  public static Money part(Money amount, Quantity part, Quantity whole) {
    if (amount.signum() == 0 || part.compareTo(whole) == 0) {
      return amount;
    }
    BigDecimal product = amount.value().multiply(part.value());
    return new Money(product.divide(whole.value(), Money.PLACES, RoundingMode.HALF_EVEN));
  }
}
