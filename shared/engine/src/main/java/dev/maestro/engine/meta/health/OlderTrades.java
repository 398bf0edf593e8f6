package dev.maestro.engine.meta.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is still known of trades that are no longer kept.
 *
 * @param first when the first of them was closed; empty if there are none
 * @param last when the last of them was closed; empty if there are none
 * @param lastProfit when the newest win among them was closed
 * @param endingLosses how many of the newest of them lost in a row
 * @param realizedPnl of all of them together, in account currency
 */
public record OlderTrades(
    Optional<Instant> first,
    Optional<Instant> last,
    Optional<Instant> lastProfit,
    int endingLosses,
    BigDecimal realizedPnl) {

  /** No trade has been dropped. */
  public static final OlderTrades NONE =
      new OlderTrades(Optional.empty(), Optional.empty(), Optional.empty(), 0, BigDecimal.ZERO);

  /** True if a trade closed then belongs to the dropped ones, and may be counted already. */
  boolean reachTo(Instant closedAt) {
    return last.filter(time -> !time.isBefore(closedAt)).isPresent();
  }

  /** True if one of them was closed after that time. */
  boolean reachesBeyond(Instant time) {
    return last.filter(closed -> closed.isAfter(time)).isPresent();
  }

  /** These and one more, which is newer than all of them. */
  OlderTrades with(ClosedTrade next) {
    return new OlderTrades(
        first.or(() -> Optional.of(next.closedAt())),
        Optional.of(next.closedAt()),
        next.isWin() ? Optional.of(next.closedAt()) : lastProfit,
        next.isLoss() ? endingLosses + 1 : 0,
        realizedPnl.add(next.realizedPnl()));
  }
}
