package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.name.Symbol;
import java.util.Optional;

/**
 * A strategy wants out, on paper as well.
 *
 * @param symbol empty: of everything
 * @param side SELL closes longs, BUY shorts; empty: both
 */
public record ShadowExit(Holder strategy, Optional<Symbol> symbol, Optional<OrderSide> side) {
  /** True if it is about what is held there. */
  boolean isAbout(PositionKey key) {
    return key.holder().equals(strategy)
        && symbol.filter(wanted -> !wanted.equals(key.symbol())).isEmpty();
  }

  /** True if it closes what this side opened. */
  boolean closes(OrderSide opened) {
    return side.filter(closing -> closing != OrderSide.closing(opened.sign())).isEmpty();
  }
}
