package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.table.SortedTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest closed trade of each strategy and symbol, for fees that come when nothing is left to
 * carry them; at most {@value #MOST}, the oldest leave first.
 */
public final class LatestTrades {
  /** As many as a ledger has holdings. */
  public static final int MOST = 500;

  /** None. */
  public static final LatestTrades NONE = new LatestTrades(SortedTable.empty());

  private final SortedTable<PositionKey, LedgerTrade> table;

  private LatestTrades(SortedTable<PositionKey, LedgerTrade> table) {
    this.table = table;
  }

  /** The newest of a position. */
  public Optional<LedgerTrade> get(PositionKey key) {
    return table.get(key);
  }

  /** In order of symbol and strategy. */
  public List<LedgerTrade> all() {
    return table.values();
  }

  /** With a trade, if it is the newest of its position or a correction of that. */
  public LatestTrades with(LedgerTrade trade) {
    Optional<LedgerTrade> known = get(trade.key());
    boolean isOlder =
        known
            .filter(newest -> !newest.id().equals(trade.id()))
            .filter(newest -> newest.closedAt().isAfter(trade.closedAt()))
            .isPresent();
    if (isOlder) {
      return this;
    }
    LatestTrades more = new LatestTrades(table.with(trade.key(), trade));
    return more.table.size() > MOST ? more.withoutOldest() : more;
  }

  private LatestTrades withoutOldest() {
    return all().stream()
        .min(Comparator.comparing(LedgerTrade::closedAt))
        .map(oldest -> new LatestTrades(table.without(oldest.key())))
        .orElse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatestTrades trades && table.equals(trades.table);
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
