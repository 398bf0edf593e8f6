package dev.maestro.embedded.journal.fill;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * What one execution closed.
 *
 * @param close the execution
 * @param agent of the first part that was opened
 * @param sign 1 for a long, -1 for a short
 * @param quantity that was closed, above 0
 * @param cost quantity x entry price, summed over its parts
 * @param pnl net of the fees of both ways
 * @param openedAt of the first part
 */
public record RoundTrip(
    Execution close,
    String agent,
    int sign,
    BigDecimal quantity,
    BigDecimal cost,
    BigDecimal pnl,
    Instant openedAt) {
  /** The average price at entry, per unit. */
  public BigDecimal entryPrice() {
    return cost.divide(quantity, MathContext.DECIMAL64);
  }

  /** The quantity, negative for a short. */
  public BigDecimal signedQuantity() {
    return sign < 0 ? quantity.negate() : quantity;
  }
}
