package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.ClosedTrade;
import dev.maestro.engine.capital.book.SortedTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest closed trade of each strategy and symbol, for fees that come when nothing is left to
 * carry them; at most {@value #MOST}, the oldest leave first.
 */
public final class NewestTrades {
  /** As many as a ledger has holdings. */
  public static final int MOST = 500;

  /** None. */
  public static final NewestTrades NONE = new NewestTrades(SortedTable.empty());

  private final SortedTable<PositionKey, ClosedTrade> table;

  private NewestTrades(SortedTable<PositionKey, ClosedTrade> table) {
    this.table = table;
  }

  /** The newest of a position. */
  public Optional<ClosedTrade> get(PositionKey key) {
    return table.get(key);
  }

  /** In order of symbol and strategy. */
  public List<ClosedTrade> all() {
    return table.values();
  }

  /** With a trade, if it is the newest of its position or a correction of that. */
  public NewestTrades with(ClosedTrade trade) {
    Optional<ClosedTrade> known = get(trade.key());
    boolean isOlder =
        known
            .filter(newest -> !newest.id().equals(trade.id()))
            .filter(newest -> newest.closedAt().isAfter(trade.closedAt()))
            .isPresent();
    if (isOlder) {
      return this;
    }
    NewestTrades more = new NewestTrades(table.with(trade.key(), trade));
    return more.table.size() > MOST ? more.withoutOldest() : more;
  }

  private NewestTrades withoutOldest() {
    return all().stream()
        .min(Comparator.comparing(ClosedTrade::closedAt))
        .map(oldest -> new NewestTrades(table.without(oldest.key())))
        .orElse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NewestTrades trades && table.equals(trades.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
