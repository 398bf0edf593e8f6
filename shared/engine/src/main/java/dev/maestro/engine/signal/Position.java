package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy holds in one symbol.
 *
 * @param quantity signed, negative for a short, not 0
 * @param avgPrice per unit
 * @param strategy the strategy that opened it; empty if nobody knows
 */
public record Position(
    Symbol symbol, BigDecimal quantity, BigDecimal avgPrice, Optional<StrategyId> strategy) {
  /** Refuses a position of nothing. */
  public Position {
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException("a position of " + symbol + " needs a quantity, got 0");
    }
  }

  /** True if this strategy opened it. */
  public boolean isOf(StrategyId other) {
    return strategy.filter(other::equals).isPresent();
  }

  /** True if it gains when the price rises. */
  public boolean isLong() {
    return quantity.signum() > 0;
  }
}
