package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.paper.broker.PaperTaken;
import java.time.Instant;

/**
 * What one entry has made in each book, as far as it is closed. A book that did not take it made
 * nothing by it.
 *
 * @param nonce of the signal that opened it
 * @param opened BUY: it was long, SELL: short
 * @param closedAt the start of the newest bar that closed some of it in some book
 * @param realized net of fees
 */
public record TwinTrade(
    Nonce nonce, PositionKey key, OrderSide opened, Instant closedAt, BookAmounts realized) {

  /** What a bar took out of one book. */
  public static TwinTrade of(TwinBook book, PaperTaken taken) {
    PaperPosition part = taken.part();
    return new TwinTrade(
        part.opener(),
        part.key(),
        part.opened(),
        taken.at(),
        BookAmounts.of(each -> each == book ? taken.realized() : BookAmounts.ZERO.in(each)));
  }

  /** The same with more of it closed. */
  TwinTrade plus(TwinTrade more) {
    Instant last = more.closedAt.isAfter(closedAt) ? more.closedAt : closedAt;
    return new TwinTrade(nonce, key, opened, last, realized.plus(more.realized));
  }
}
