package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What an intent asks for, as it was reserved.
 *
 * @param agent the weights' agent that pays; empty for exits of nobody's holding
 * @param notional of an entry, above 0; 0 for an exit
 * @param quantity of an exit, above 0, made smaller by a claim that finds less; 0 for an entry
 * @param price of an entry, on which its size was reckoned
 * @param stopPrice of an entry
 * @param fence of the kill switch at the reservation
 * @param expiresAt until then it may be claimed
 */
public record IntentOrder(
    Nonce nonce,
    IntentKind kind,
    PositionKey key,
    OrderSide side,
    Optional<AgentId> agent,
    Money notional,
    Quantity quantity,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    long fence,
    Instant reservedAt,
    Instant expiresAt) {
  private static final MathContext FRACTION = new MathContext(20, RoundingMode.HALF_EVEN);

  /** Refuses an entry without a notional and an exit without a quantity. */
  public IntentOrder {
    boolean isEntry = kind == IntentKind.ENTRY;
    if (notional.signum() != (isEntry ? 1 : 0) || quantity.signum() != (isEntry ? 0 : 1)) {
      throw new IllegalArgumentException(
          "an entry has a notional above 0, an exit a quantity above 0, got "
              + notional
              + " and "
              + quantity);
    }
    if (isEntry && (key.holder().isNobody() || agent.isEmpty())) {
      throw new IllegalArgumentException("an entry has a strategy and an agent");
    }
  }

  /** The distance of the stop, as a fraction of the price; empty without a stop. */
  public Optional<BigDecimal> stopDistance() {
    return price.flatMap(at -> stopPrice.map(stop -> at.subtract(stop).abs().divide(at, FRACTION)));
  }

  /** The same order for less. */
  IntentOrder withQuantity(Quantity smaller) {
    return new IntentOrder(
        nonce,
        kind,
        key,
        side,
        agent,
        notional,
        smaller,
        price,
        stopPrice,
        fence,
        reservedAt,
        expiresAt);
  }
}
