package dev.maestro.engine.evidence.claim;

import dev.maestro.engine.config.ConfigRules;

/**
 * What is claimed of a strategy, and how seldom a true claim may be refused.
 *
 * @param claim the annual Sharpe ratio that it is said to have, above 0 and below sqrt(periods per
 *     year) / 10: a day of -10 deviations must not cost all that was bet on it
 * @param dead the annual Sharpe ratio of a strategy that is worth nothing, -10 to below the claim
 * @param alpha the chance that a true claim is ever refused, above 0 and below 1
 * @param agentsTried from how many agents the strategy was picked, at least 1
 * @param periodsPerYear 252 or 365
 */
public record ClaimSettings(
    double claim, double dead, double alpha, int agentsTried, int periodsPerYear) {

  /** Checks every range. */
  public ClaimSettings {
    double root = Math.sqrt(periodsPerYear);
    new ConfigRules()
        .require(
            claim > 0 && claim * ClaimTest.WORST_DAY < root,
            "claim must be above 0 and below sqrt(periods_per_year) / 10, got " + claim)
        .require(dead >= -10 && dead < claim, "dead must be from -10 to below claim, got " + dead)
        .require(alpha > 0 && alpha < 1, "alpha must be above 0 and below 1, got " + alpha)
        .within("agents_tried", agentsTried, 1, 1_000_000)
        .require(
            periodsPerYear == 252 || periodsPerYear == 365,
            "periods_per_year must be 252 or 365, got " + periodsPerYear)
        .check();
  }

  /** The claim per day. */
  double dailyClaim() {
    return claim / Math.sqrt(periodsPerYear);
  }

  /** The dead strategy's Sharpe ratio per day. */
  double dailyDead() {
    return dead / Math.sqrt(periodsPerYear);
  }

  /** Evidence that is enough to refuse one claim. */
  double enough() {
    return StrictMath.log(1 / alpha);
  }
}
