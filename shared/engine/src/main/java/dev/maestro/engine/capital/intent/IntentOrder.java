package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an intent asks for, as it was reserved.
 *
 * @param agent the weights' agent that pays; empty for exits of nobody's holding
 * @param notional of an entry, above 0; 0 for an exit
 * @param quantity of an exit, above 0, made smaller by a claim that finds less; 0 for an entry
 * @param planned the prices of an entry
 * @param issue when it was reserved, and under which fence
 */
public record IntentOrder(
    Nonce nonce,
    IntentKind kind,
    PositionKey key,
    OrderSide side,
    Optional<AgentId> agent,
    Money notional,
    Quantity quantity,
    PlannedPrice planned,
    Issue issue) {
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

  /** An entry for a notional. */
  public static IntentOrder entry(
      Nonce nonce,
      PositionKey key,
      OrderSide side,
      Optional<AgentId> agent,
      Money notional,
      PlannedPrice planned,
      Issue issue) {
    return new IntentOrder(
        nonce, IntentKind.ENTRY, key, side, agent, notional, Quantity.ZERO, planned, issue);
  }

  /** An exit of a quantity. */
  public static IntentOrder exit(
      Nonce nonce,
      PositionKey key,
      OrderSide side,
      Optional<AgentId> agent,
      Quantity quantity,
      Issue issue) {
    return new IntentOrder(
        nonce, IntentKind.EXIT, key, side, agent, Money.ZERO, quantity, PlannedPrice.NONE, issue);
  }

  /** The fence of the kill switch at the reservation. */
  public long fence() {
    return issue.fence();
  }

  /** When it was reserved. */
  public Instant reservedAt() {
    return issue.reservedAt();
  }

  /** Until then it may be claimed. */
  public Instant expiresAt() {
    return issue.expiresAt();
  }

  /** The distance of the stop, as a fraction of the price; empty without a stop. */
  public Optional<BigDecimal> stopDistance() {
    return planned.stopDistance();
  }

  /** The same order for less. */
  IntentOrder withQuantity(Quantity smaller) {
    return new IntentOrder(nonce, kind, key, side, agent, notional, smaller, planned, issue);
  }
}
