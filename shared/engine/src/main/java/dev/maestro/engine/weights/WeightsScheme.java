package dev.maestro.engine.weights;

import dev.maestro.engine.config.ConfigRules;
import java.math.BigDecimal;

/**
 * By what agents are weighed, and who counts as one.
 *
 * @param score what a better agent has more of
 * @param clones true: agents that earn and lose together share as one
 * @param floorSleeve share of the capital that stays in equal weights, 0..1
 */
public record WeightsScheme(Score score, boolean clones, BigDecimal floorSleeve) {
  /** Sharpe ratios as they were measured, every agent for itself. */
  public static final WeightsScheme SHARPE =
      new WeightsScheme(Score.SHARPE, false, BigDecimal.ZERO);

  /** The words of {@code scheme}. */
  public enum Score {
    /** The measured Sharpe ratio, at most max_sharpe. */
    SHARPE,
    /** The Sharpe ratio drawn towards 0, the more the fewer trades it was measured on. */
    EVIDENCE
  }

  /** Checks the range of the sleeve. */
  public WeightsScheme {
    new ConfigRules().within("floor_sleeve", floorSleeve, "0", "1").check();
  }
}
