package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.paper.broker.PaperTaken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A trade that a strategy closed on paper while it was not allowed to trade. No trade of a journal:
 * no weight moves by it.
 *
 * @param nonce of the signal that opened it
 * @param opened BUY: it was long, SELL: short
 * @param quantity above 0, also of a short
 * @param entryPrice with 10 places
 * @param exitPrice with 10 places
 * @param realizedPnl net of fees
 */
public record ShadowTrade(
    Nonce nonce,
    PositionKey key,
    OrderSide opened,
    Quantity quantity,
    BigDecimal entryPrice,
    BigDecimal exitPrice,
    Money realizedPnl,
    Instant openedAt,
    Instant closedAt) {
  private static final int PLACES = 10;

  static ShadowTrade of(PaperTaken taken) {
    PaperPosition part = taken.part();
    return new ShadowTrade(
        part.opener(),
        part.key(),
        part.opened(),
        part.quantity(),
        perUnit(part.cost(), part.quantity()),
        perUnit(taken.notional(), part.quantity()),
        taken.realized(),
        part.openedAt(),
        taken.at());
  }

  private static BigDecimal perUnit(Money amount, Quantity quantity) {
    BigDecimal price = amount.value().divide(quantity.value(), PLACES, RoundingMode.HALF_EVEN);
    BigDecimal plain = price.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
