package dev.maestro.engine.weights;

import dev.maestro.engine.config.ConfigRules;
import java.math.BigDecimal;

/**
 * By what agents are weighed, and who counts as one.
 *
 * @param score what a better agent has more of
 * @param clones true: agents that earn and lose together share as one
 * @param floorSleeve share of the capital that stays in equal weights, 0..1
 * @param maxDailyChange no weight moves by more than this a day, above 0 and at most 1, which is no
 *     limit
 */
public record WeightsScheme(
    Score score, boolean clones, BigDecimal floorSleeve, BigDecimal maxDailyChange) {
  /** Sharpe ratios as they were measured, every agent for itself. */
  public static final WeightsScheme SHARPE =
      new WeightsScheme(Score.SHARPE, false, BigDecimal.ZERO, BigDecimal.ONE);

  /** The words of {@code scheme}. */
  public enum Score {
    /** The measured Sharpe ratio, at most max_sharpe. */
    SHARPE,
    /** The Sharpe ratio drawn towards 0, the more the fewer trades it was measured on. */
    EVIDENCE
  }

  /** Checks the ranges. */
  public WeightsScheme {
    new ConfigRules()
        .within("floor_sleeve", floorSleeve, "0", "1")
        .require(
            maxDailyChange.signum() > 0 && maxDailyChange.compareTo(BigDecimal.ONE) <= 0,
            "max_daily_change must be above 0 and at most 1, got " + maxDailyChange)
        .require(
            maxDailyChange.stripTrailingZeros().scale() <= WeightsConfig.PLACES,
            "max_daily_change must have at most 10 decimal places, got " + maxDailyChange)
        .check();
  }
}
