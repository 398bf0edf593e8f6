package dev.maestro.engine.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a window keeps of a trade.
 *
 * @param returnOnCapital a fraction
 * @param realizedPnl in account currency
 */
public record WindowTrade(
    String tradeId, Instant closedAt, double returnOnCapital, BigDecimal realizedPnl) {

  /** The part of a trade that a window keeps. */
  public static WindowTrade of(Trade trade) {
    return new WindowTrade(
        trade.tradeId(), trade.closedAt(), trade.returnOnCapital(), trade.realizedPnl());
  }

  /**
   * The same for a stored trade, which goes by the id of its document, and whose time is cut to the
   * microseconds that a stored timestamp has: what is stored must equal what is read again.
   */
  public static WindowTrade of(String documentId, Trade trade) {
    return new WindowTrade(
        documentId,
        trade.closedAt().truncatedTo(ChronoUnit.MICROS),
        trade.returnOnCapital(),
        trade.realizedPnl());
  }

  /** True if this one comes before the other: by closed_at, then by trade id. */
  boolean isOlderThan(WindowTrade other) {
    int order = closedAt.compareTo(other.closedAt);
    return order < 0 || (order == 0 && tradeId.compareTo(other.tradeId) < 0);
  }

  /** True if both say the same of the same trade, however their decimals are written. */
  boolean hasSameValues(WindowTrade other) {
    return tradeId.equals(other.tradeId)
        && closedAt.equals(other.closedAt)
        && Double.compare(returnOnCapital, other.returnOnCapital) == 0
        && realizedPnl.compareTo(other.realizedPnl) == 0;
  }
}
