package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.ProRata;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one entry opened and nothing has closed yet. A strategy that scales in has several of one
 * symbol, each with its own guard.
 *
 * @param opener the nonce of the entry
 * @param opened BUY: long, SELL: short
 * @param quantity above 0, also of a short
 * @param cost what was paid for it or, short, received; 0 or more
 * @param fees of the entry
 */
public record PaperPosition(
    Nonce opener,
    PositionKey key,
    OrderSide opened,
    Quantity quantity,
    Money cost,
    Money fees,
    Instant openedAt,
    Guard guard) {
  /** Refuses a position of nothing. */
  public PaperPosition {
    if (quantity.signum() <= 0 || cost.signum() < 0) {
      throw new IllegalArgumentException(
          "a position has a quantity above 0 and a cost of 0 or more, got "
              + (quantity + " for " + cost));
    }
  }

  /** The side that closes it. */
  public OrderSide closing() {
    return OrderSide.closing(opened.sign());
  }

  /** Its quantity, below 0 for a short. */
  public Quantity signed() {
    return quantity.times(opened.sign());
  }

  /** What it is worth at a price, below 0 for a short. */
  public Money worth(BigDecimal price) {
    return Money.rounded(signed().value().multiply(price));
  }

  /** A part of it, cost and fees pro rata. */
  public PaperPosition part(Quantity taken) {
    return sized(taken, ProRata.part(cost, taken, quantity), ProRata.part(fees, taken, quantity));
  }

  /** What a part leaves of it; the part is smaller than the whole. */
  public PaperPosition without(PaperPosition part) {
    return sized(quantity.minus(part.quantity), cost.minus(part.cost), fees.minus(part.fees));
  }

  /** The same after a bar closed. */
  public PaperPosition after(BigDecimal close) {
    return new PaperPosition(
        opener, key, opened, quantity, cost, fees, openedAt, guard.after(opened, close));
  }

  private PaperPosition sized(Quantity size, Money newCost, Money newFees) {
    return new PaperPosition(opener, key, opened, size, newCost, newFees, openedAt, guard);
  }
}
