package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.ProRata;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;

/**
 * A signed quantity and what goes with it.
 *
 * @param quantity negative for a short
 * @param cost the notional that was paid or, for a short, received; never negative
 * @param fees paid for it so far, net of rebates
 * @param risk what its entries with a stop would have lost there; 0 where none had a stop
 */
public record Stake(Quantity quantity, Money cost, Money fees, Money risk) {
  /** Nothing. */
  static final Stake NONE = new Stake(Quantity.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  /** Refuses a negative cost. */
  public Stake {
    if (cost.signum() < 0 || risk.signum() < 0) {
      throw new IllegalArgumentException(
          "cost and risk are never negative, got " + cost + " and " + risk);
    }
  }

  /** Both together. */
  Stake plus(Stake other) {
    return new Stake(
        quantity.plus(other.quantity),
        cost.plus(other.cost),
        fees.plus(other.fees),
        risk.plus(other.risk));
  }

  /** What a part of the quantity takes with it, pro rata. */
  Stake part(Quantity size) {
    Quantity whole = quantity.abs();
    return new Stake(
        size.times(quantity.signum()),
        ProRata.part(cost, size, whole),
        ProRata.part(fees, size, whole),
        ProRata.part(risk, size, whole));
  }

  /** What is left when a part is gone. */
  Stake minus(Stake part) {
    return new Stake(
        quantity.minus(part.quantity),
        cost.minus(part.cost),
        fees.minus(part.fees),
        risk.minus(part.risk));
  }

  /** The same with other fees. */
  Stake withFees(Money changed) {
    return new Stake(quantity, cost, changed, risk);
  }

  /** The same with another quantity. */
  Stake withQuantity(Quantity changed) {
    return new Stake(changed, cost, fees, risk);
  }
}
