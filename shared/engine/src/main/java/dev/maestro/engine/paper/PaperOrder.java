package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An order that works at the broker on paper. It fills all at once, or ends with nothing.
 *
 * @param notional of an entry, above 0; 0 for an exit
 * @param quantity of an exit, above 0; 0 for an entry
 * @param limit empty: at the market
 * @param exitMode how what an entry opens is closed
 * @param planned the prices of an entry
 * @param takenAt when it was granted; only bars that start later can fill it
 */
public record PaperOrder(
    Nonce nonce,
    PositionKey key,
    OrderSide side,
    Money notional,
    Quantity quantity,
    Optional<BigDecimal> limit,
    ExitMode exitMode,
    PlannedPrice planned,
    Instant takenAt) {
  /** Refuses an order for nothing, or for both a notional and a quantity. */
  public PaperOrder {
    if (notional.signum() < 0
        || quantity.signum() < 0
        || notional.signum() + quantity.signum() != 1) {
      throw new IllegalArgumentException(
          "an order is for a notional or a quantity above 0, got "
              + (notional + " and " + quantity));
    }
    if (limit.filter(price -> price.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException("a limit is above 0, got " + limit.get());
    }
  }

  /** The order of an intent that was granted. */
  public static PaperOrder of(IntentOrder order, OrderInstructions how, Instant takenAt) {
    return new PaperOrder(
        order.nonce(),
        order.key(),
        order.side(),
        order.notional(),
        order.quantity(),
        how.limitPrice(),
        how.exitMode(),
        order.planned(),
        takenAt);
  }

  /** True if it opens. */
  public boolean isEntry() {
    return notional.signum() > 0;
  }

  /** True if the bar comes after it and while it works. */
  public boolean isOpenAt(Instant barStart, PaperConfig config) {
    return barStart.isAfter(takenAt) && barStart.isBefore(endsAt(config));
  }

  /** No bar that starts then or later fills it. */
  public Instant endsAt(PaperConfig config) {
    return takenAt.plus(config.orderTime());
  }
}
