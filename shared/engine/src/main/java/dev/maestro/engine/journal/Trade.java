package dev.maestro.engine.journal;

import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.ExactRatio;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A closed trade that passed every check; not an order and not a position.
 *
 * @param tradeId unique in its journal
 * @param realizedPnl net of costs, in account currency, sign as earned
 * @param entryPrice above 0, per unit
 * @param quantity not 0, negative for a short
 * @param multiplier above 0
 */
public record Trade(
    String tradeId,
    AgentId agentId,
    Instant closedAt,
    BigDecimal realizedPnl,
    BigDecimal entryPrice,
    BigDecimal quantity,
    BigDecimal multiplier) {

  /** Refuses what has no capital. */
  public Trade {
    if (entryPrice.signum() <= 0 || multiplier.signum() <= 0 || quantity.signum() == 0) {
      throw new IllegalArgumentException(
          "a trade needs a price and a multiplier above 0 and a quantity other than 0, got "
              + entryPrice
              + " x "
              + quantity
              + " x "
              + multiplier);
    }
  }

  /** entry_price x |quantity| x multiplier, in account currency. */
  public BigDecimal capital() {
    BigDecimal notional = entryPrice.multiply(quantity).abs();
    return multiplier.compareTo(BigDecimal.ONE) == 0 ? notional : notional.multiply(multiplier);
  }

  /** realized_pnl / capital, a fraction; a profitable short is a gain. */
  public double returnOnCapital() {
    return ExactRatio.of(realizedPnl, capital());
  }
}
