package dev.maestro.engine.evidence.record;

import dev.maestro.engine.evidence.normal.NormalDistribution;

/**
 * PSR: the chance that the true Sharpe ratio is above a benchmark's. Bailey and Lopez de Prado
 * (2012), "The Sharpe Ratio Efficient Frontier", equation 11. For one look at one record; it is not
 * valid for the best of many, which is {@link DeflatedSharpe}.
 */
public final class ProbabilisticSharpe {
  private ProbabilisticSharpe() {}

  /**
   * The chance, 0..1.
   *
   * @param benchmark a Sharpe ratio per return
   */
  public static double against(double benchmark, TrackRecord record) {
    double distance = (record.sharpe() - benchmark) * Math.sqrt(record.count() - 1.0);
    return NormalDistribution.cumulative(distance / Math.sqrt(record.estimateVariance()));
  }
}
