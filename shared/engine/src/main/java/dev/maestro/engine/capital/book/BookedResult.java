package dev.maestro.engine.capital.book;

import dev.maestro.engine.number.Money;
import java.util.Optional;

/**
 * A book after a fill.
 *
 * @param taken what the fill took out; empty if it only opened
 * @param openedNotional what it opened; 0 if it only took out
 * @param openedFees the fill's fees on what it opened
 */
public record BookedResult(
    PositionBook book, Optional<TakenOut> taken, Money openedNotional, Money openedFees) {
  /**
   * What the fill uses of the buying power: what it opened with its fees, and of what it took out
   * the fees and the loss before fees. Rebates and gains count when the broker says so.
   */
  public Money used() {
    Money opened = openedNotional.plus(openedFees.max(Money.ZERO));
    return taken
        .map(out -> out.fees().max(Money.ZERO).plus(out.gross().negated().max(Money.ZERO)))
        .map(opened::plus)
        .orElse(opened);
  }
}
