package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is held of one symbol by one strategy, or by nobody. Not what the broker holds: that is the
 * sum over all holders, once both agree.
 *
 * @param stake its quantity is never 0
 * @param agent the weights' agent that pays for it; empty for nobody's
 * @param openedAt when the first of it was filled
 */
public record LedgerHolding(
    PositionKey key, Stake stake, Optional<AgentId> agent, Instant openedAt) {
  /** Refuses a holding of nothing. */
  public LedgerHolding {
    if (stake.quantity().signum() == 0) {
      throw new IllegalArgumentException("a holding holds something, got 0 of " + key);
    }
  }

  /** Signed. */
  public Quantity quantity() {
    return stake.quantity();
  }

  /** Paid or, for a short, received. */
  public Money cost() {
    return stake.cost();
  }

  /** Cost per unit, 10 places half-even. */
  public BigDecimal averageCost() {
    BigDecimal each =
        stake
            .cost()
            .value()
            .divide(stake.quantity().abs().value(), Quantity.PLACES, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return each.scale() < 0 ? each.setScale(0) : each;
  }

  /** Paid for what is still held. */
  public Money fees() {
    return stake.fees();
  }

  /** 1 for a long, -1 for a short. */
  public int sign() {
    return stake.quantity().signum();
  }

  /** The same holding of another stake. */
  LedgerHolding with(Stake changed) {
    return new LedgerHolding(key, changed, agent, openedAt);
  }
}
