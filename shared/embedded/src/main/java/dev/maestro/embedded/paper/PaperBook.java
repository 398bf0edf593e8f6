package dev.maestro.embedded.paper;

import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.account.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Positions on paper, one per strategy and symbol, and the trades that closing them makes. */
public final class PaperBook {
  private static final int QUANTITY_PLACES = 6;

  private record Key(StrategyId strategy, Symbol symbol) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = strategy.compareTo(other.strategy);
      return order != 0 ? order : symbol.compareTo(other.symbol);
    }
  }

  private final String name;
  private final SortedMap<Key, Position> positions = new TreeMap<>();
  private final List<Trade> closed = new ArrayList<>();
  private BigDecimal realized = BigDecimal.ZERO;

  /** An empty book; the name begins the ids of its trades. */
  public PaperBook(String name) {
    this.name = name;
  }

  /**
   * Opens a position unless the strategy holds the symbol already.
   *
   * @param notional above 0, in account currency
   * @param isLong false for a short
   */
  public void open(
      StrategyId strategy, Symbol symbol, BigDecimal notional, BigDecimal price, boolean isLong) {
    BigDecimal units = notional.divide(price, QUANTITY_PLACES, RoundingMode.DOWN);
    if (units.signum() > 0) {
      BigDecimal quantity = isLong ? units : units.negate();
      positions.putIfAbsent(
          new Key(strategy, symbol), new Position(symbol, quantity, price, strategy));
    }
  }

  /** Closes what the strategy holds in the symbol; empty if it holds nothing. */
  public Optional<Trade> close(StrategyId strategy, Symbol symbol, BigDecimal price, Instant time) {
    Position position = positions.remove(new Key(strategy, symbol));
    if (position == null) {
      return Optional.empty();
    }
    BigDecimal pnl = gain(position, price).setScale(4, RoundingMode.HALF_EVEN);
    Trade trade =
        new Trade(
            name + "-" + (closed.size() + 1),
            strategy.value(),
            time,
            pnl,
            position.avgPrice(),
            position.quantity(),
            BigDecimal.ONE);
    closed.add(trade);
    realized = realized.add(pnl);
    return Optional.of(trade);
  }

  /** All open positions, by strategy and symbol. */
  public List<Position> positions() {
    return List.copyOf(positions.values());
  }

  /** All closed trades, in the order of closing. */
  public List<Trade> closedTrades() {
    return List.copyOf(closed);
  }

  /** Sum of all realized P&amp;L. */
  public BigDecimal realizedPnl() {
    return realized;
  }

  /** What a position would gain at a price. */
  public static BigDecimal gain(Position position, BigDecimal price) {
    return price.subtract(position.avgPrice()).multiply(position.quantity());
  }
}
