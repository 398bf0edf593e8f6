package dev.maestro.engine.twin.order;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.twin.TwinBook;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody wants out.
 *
 * @param strategy empty: everybody
 * @param symbol empty: of everything
 * @param side SELL closes longs, BUY shorts; empty: both
 * @param quantity at most; empty: all that is held
 * @param books that it is for
 */
public record TwinExit(
    Nonce nonce,
    Optional<Holder> strategy,
    Optional<Symbol> symbol,
    Optional<OrderSide> side,
    Optional<Quantity> quantity,
    Set<TwinBook> books) {
  /** Keeps its own set. */
  public TwinExit {
    books = Set.copyOf(books);
  }

  /** True if it closes what this side opened there. */
  boolean closes(PositionKey key, OrderSide opened) {
    return strategy.filter(wanted -> !wanted.equals(key.holder())).isEmpty()
        && symbol.filter(wanted -> !wanted.equals(key.symbol())).isEmpty()
        && side.filter(closing -> closing != OrderSide.closing(opened.sign())).isEmpty();
  }
}
