package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order has done since it was last heard of.
 *
 * @param quantity above 0
 * @param notional quantity x price x multiplier, as reported
 * @param fees paid for it, negative for a rebate
 * @param filledAt dates the trade and decides from which lots it is taken; about no money
 * @param agent who pays for what it opens
 * @param stopDistance of what it opens, as a fraction of its price; empty without a stop
 * @param takesLots true for exits and closes: they may tell of what a snapshot took out before
 */
public record BookedFill(
    PositionKey key,
    OrderSide side,
    Quantity quantity,
    Money notional,
    Money fees,
    Instant filledAt,
    Optional<AgentId> agent,
    Optional<BigDecimal> stopDistance,
    boolean takesLots) {
  /** Refuses a fill of nothing. */
  public BookedFill {
    if (quantity.signum() <= 0 || notional.signum() < 0) {
      throw new IllegalArgumentException(
          "a fill has a quantity above 0 and a notional, got " + quantity + " for " + notional);
    }
  }
}
