package dev.maestro.engine.evidence.record;

import dev.maestro.engine.evidence.normal.NormalDistribution;

/**
 * DSR: the chance that the true Sharpe ratio is above 0, knowing that the record is the best of
 * many. Bailey and Lopez de Prado (2014), "The Deflated Sharpe Ratio".
 */
public final class DeflatedSharpe {
  private static final double EULER_MASCHERONI = 0.5772156649015329;

  private DeflatedSharpe() {}

  /**
   * The chance, 0..1.
   *
   * @param agentsTried all that were ever tried, the forgotten ones too; at least 1
   * @param varianceAcrossAgents of their estimated Sharpe ratios per return, at least 0
   */
  public static double of(TrackRecord record, int agentsTried, double varianceAcrossAgents) {
    double benchmark = expectedMaximum(agentsTried, varianceAcrossAgents);
    return ProbabilisticSharpe.against(benchmark, record);
  }

  /**
   * The Sharpe ratio per return that the luckiest of agents without any edge is expected to show; 0
   * for a single one.
   */
  public static double expectedMaximum(int agentsTried, double varianceAcrossAgents) {
    if (agentsTried < 1 || !(varianceAcrossAgents >= 0)) {
      throw new IllegalArgumentException(
          "agents must be at least 1 and their variance at least 0, got "
              + agentsTried
              + " and "
              + varianceAcrossAgents);
    }
    if (agentsTried == 1) {
      return 0;
    }
    double rarest = NormalDistribution.quantile(1 - 1.0 / agentsTried);
    double rarer = NormalDistribution.quantile(1 - 1 / (agentsTried * StrictMath.E));
    return Math.sqrt(varianceAcrossAgents)
        * ((1 - EULER_MASCHERONI) * rarest + EULER_MASCHERONI * rarer);
  }
}
