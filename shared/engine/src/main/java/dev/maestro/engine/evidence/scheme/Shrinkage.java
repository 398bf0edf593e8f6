package dev.maestro.engine.evidence.scheme;

import java.util.List;

/**
 * Draws measured Sharpe ratios towards 0, the more the less they were measured: the posterior mean
 * under N(0, tau^2).
 *
 * @param variance tau^2: how much true Sharpe ratios per trade differ between agents, at least 0
 */
public record Shrinkage(double variance) {
  /** With fewer independent agents than this nothing is estimated. */
  private static final int FEWEST_AGENTS = 4;

  private static final double VARIANCE_OF_FEW = 0.1 * 0.1;
  private static final int ROUNDS = 200;
  private static final double SETTLED = 1e-14;

  /** Refuses what is no variance. */
  public Shrinkage {
    if (!(variance >= 0) || Double.isInfinite(variance)) {
      throw new IllegalArgumentException("tau^2 must be finite and at least 0, got " + variance);
    }
  }

  /**
   * tau^2 from the agents themselves, each independent of the others; 0.1^2 for fewer than four.
   *
   * <p>Efron and Morris (1975), "Data Analysis Using Stein's Estimator and its Generalizations",
   * section 3: the average of sharpe^2 - variance, weighted by 1/(tau^2 + variance)^2, iterated; at
   * least 0.
   */
  public static Shrinkage of(List<SharpeEstimate> agents) {
    if (agents.size() < FEWEST_AGENTS) {
      return new Shrinkage(VARIANCE_OF_FEW);
    }
    double variance = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double before = variance;
      variance = improved(agents, before);
      if (Math.abs(variance - before) <= SETTLED) {
        break;
      }
    }
    return new Shrinkage(variance);
  }

  /** The posterior mean: between 0 and what was measured. */
  public double shrunken(SharpeEstimate measured) {
    return measured.sharpe() * variance / (variance + measured.variance());
  }

  private static double improved(List<SharpeEstimate> agents, double variance) {
    double sum = 0;
    double weights = 0;
    for (SharpeEstimate agent : agents) {
      double spread = variance + agent.variance();
      double weight = 1 / (spread * spread);
      sum += weight * (agent.sharpe() * agent.sharpe() - agent.variance());
      weights += weight;
    }
    return Math.max(0, sum / weights);
  }
}
