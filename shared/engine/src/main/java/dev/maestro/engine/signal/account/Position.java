package dev.maestro.engine.signal.account;

import java.math.BigDecimal;

/**
 * What a strategy holds in one symbol.
 *
 * @param symbol upper case
 * @param quantity signed, negative for a short, not 0
 * @param avgPrice per unit
 * @param strategy the strategy that opened it; blank if nobody knows
 */
public record Position(String symbol, BigDecimal quantity, BigDecimal avgPrice, String strategy) {
  /** Refuses a position of nothing. */
  public Position {
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException("a position of " + symbol + " needs a quantity, got 0");
    }
  }

  /** True if it gains when the price rises. */
  public boolean isLong() {
    return quantity.signum() > 0;
  }
}
