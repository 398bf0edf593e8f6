package dev.maestro.engine.signal.account;

import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy holds in one symbol.
 *
 * @param symbol empty if what the broker calls it can name nothing that signals speak of
 * @param quantity signed, negative for a short, not 0
 * @param avgPrice per unit
 * @param strategy the strategy that opened it; blank if nobody knows
 */
public record Position(
    Optional<Symbol> symbol, BigDecimal quantity, BigDecimal avgPrice, String strategy) {
  /** Refuses a position of nothing. */
  public Position {
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException(
          "a position of " + symbol.map(Symbol::value).orElse("?") + " needs a quantity, got 0");
    }
  }

  /** A position in something that signals can name. */
  public Position(Symbol symbol, BigDecimal quantity, BigDecimal avgPrice, String strategy) {
    this(Optional.of(symbol), quantity, avgPrice, strategy);
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
