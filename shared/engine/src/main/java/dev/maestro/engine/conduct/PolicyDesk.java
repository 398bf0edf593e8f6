package dev.maestro.engine.conduct;

import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.market.MarketState;

/** Steps 1 and 2 of a slot: which policy is in force, and who may open positions under it. */
@FunctionalInterface
public interface PolicyDesk {
  /** Decides both from what is stored, as deployed cycles do. */
  PolicyDesk STORED =
      (situation, market, moment) -> new PolicySteps(situation, market, moment).decide();

  /**
   * Decides both.
   *
   * @param situation with the account's day begun and the new trades counted
   */
  PolicyStage.Outcome decide(Situation situation, MarketState market, PolicyStage.Moment moment);
}
