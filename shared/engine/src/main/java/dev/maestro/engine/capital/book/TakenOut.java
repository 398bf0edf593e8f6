package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What one fill took out of lots and a holding, all of one side.
 *
 * @param stake what was taken, summed
 * @param turnover the fill's part: what was brought in or, for a short, paid
 * @param fees the fill's part
 * @param agent of the first part
 * @param openedAt of the first part
 */
public record TakenOut(
    Stake stake, Money turnover, Money fees, Optional<AgentId> agent, Instant openedAt) {
  /** Signed as it was held. */
  public Quantity quantity() {
    return stake.quantity();
  }

  /** What was earned before any fees; negative for a loss. */
  public Money gross() {
    Money longGain = turnover.minus(stake.cost());
    return quantity().signum() > 0 ? longGain : longGain.negated();
  }

  /** Both together, with the origin of the first. */
  TakenOut plus(TakenOut later) {
    return new TakenOut(
        stake.plus(later.stake),
        turnover.plus(later.turnover),
        fees.plus(later.fees),
        agent,
        openedAt);
  }
}
