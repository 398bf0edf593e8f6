package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;

/**
 * What an order has filled since it was sent, all of it: reports are cumulative.
 *
 * @param quantity 0 or more, net of fees paid in the asset
 * @param notional 0 or more
 * @param fees of either sign, at most the notional
 */
public record FilledSoFar(Quantity quantity, Money notional, Money fees) {
  /** Nothing yet. */
  public static final FilledSoFar NOTHING = new FilledSoFar(Quantity.ZERO, Money.ZERO, Money.ZERO);

  /** Refuses negative fills, one figure without the other, and fees beyond the notional. */
  public FilledSoFar {
    if (!isPossible(quantity, notional, fees)) {
      throw new IllegalArgumentException(
          "filled figures are 0 or more and fees at most the notional, got "
              + quantity
              + " for "
              + notional
              + " with fees of "
              + fees);
    }
  }

  /** True if an order can have filled this. */
  public static boolean isPossible(Quantity quantity, Money notional, Money fees) {
    Money size = fees.max(fees.negated());
    return quantity.signum() >= 0
        && notional.signum() >= 0
        && quantity.signum() == notional.signum()
        && size.compareTo(notional) <= 0;
  }

  /** True if an order that had filled the other can have filled this by now. */
  public boolean mayFollow(FilledSoFar before) {
    boolean quantityGrows = quantity.isAbove(before.quantity);
    int notionalOrder = notional.compareTo(before.notional);
    return quantity.compareTo(before.quantity) >= 0
        && notionalOrder >= 0
        && (quantityGrows || notionalOrder == 0);
  }
}
