package dev.maestro.engine.signal.account;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy holds in one symbol.
 *
 * @param symbol empty if what the broker calls it can name nothing that signals speak of
 * @param quantity signed, negative for a short, not 0
 * @param avgPrice per unit
 * @param strategy the strategy that opened it; empty if nobody knows, or if what stands there can
 *     name none
 */
public record Position(
    Optional<Symbol> symbol,
    BigDecimal quantity,
    BigDecimal avgPrice,
    Optional<StrategyId> strategy) {
  /** Refuses a position of nothing. */
  public Position {
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException(
          "a position of " + symbol.map(Symbol::value).orElse("?") + " needs a quantity, got 0");
    }
  }

  /** A position that a strategy opened with a signal. */
  public Position(Symbol symbol, BigDecimal quantity, BigDecimal avgPrice, StrategyId strategy) {
    this(Optional.of(symbol), quantity, avgPrice, Optional.of(strategy));
  }

  /** True if that strategy opened it. */
  public boolean isOf(StrategyId other) {
    return strategy.filter(other::equals).isPresent();
  }

  /** True if it is in that symbol. */
  public boolean isIn(Symbol other) {
    return symbol.filter(other::equals).isPresent();
  }

  /** True if it gains when the price rises. */
  public boolean isLong() {
    return quantity.signum() > 0;
  }
}
