package dev.maestro.engine.evidence.filter;

import dev.maestro.engine.config.ConfigRules;

/**
 * What the filter takes to be true before it has seen anything; Sharpe ratios are annual.
 *
 * @param priorMean of a strategy that nobody knows, -4..4
 * @param priorSd around that mean, 0.1..10
 * @param changeEvery days after which a strategy is, on average, not what it was, at least 1
 * @param redrawMean of a strategy that has changed, -4..4
 * @param redrawSd around that mean, 0.1..10
 * @param warmUp rows that only measure the volatility, 0..756
 * @param clip volatilities beyond which a day says no more, above 0 and at most 10
 * @param volatilityHalfLife rows after which a row counts half, above 0 and at most 10000
 */
public record FilterSettings(
    double priorMean,
    double priorSd,
    int changeEvery,
    double redrawMean,
    double redrawSd,
    int warmUp,
    double clip,
    double volatilityHalfLife) {

  /** Checks every range. */
  public FilterSettings {
    ConfigRules rules = new ConfigRules();
    within(rules, "prior_mean", priorMean, -4, 4);
    within(rules, "prior_sd", priorSd, 0.1, 10);
    rules.within("change_every", changeEvery, 1, 1_000_000);
    within(rules, "redraw_mean", redrawMean, -4, 4);
    within(rules, "redraw_sd", redrawSd, 0.1, 10);
    rules.within("warm_up", warmUp, 0, 756);
    rules.require(clip > 0 && clip <= 10, "clip must be above 0 and at most 10, got " + clip);
    rules.require(
        volatilityHalfLife > 0 && volatilityHalfLife <= 10_000,
        "volatility_half_life must be above 0 and at most 10000, got " + volatilityHalfLife);
    rules.check();
  }

  private static void within(
      ConfigRules rules, String key, double value, double least, double most) {
    rules.require(
        value >= least && value <= most,
        key + " must be from " + least + " to " + most + ", got " + value);
  }
}
