package dev.maestro.engine.evidence.record;

import dev.maestro.engine.evidence.normal.NormalDistribution;
import java.util.OptionalDouble;

/**
 * MinTRL: how many returns of this kind it takes until the Sharpe ratio is shown to be above a
 * benchmark's. Bailey and Lopez de Prado (2012), "The Sharpe Ratio Efficient Frontier", equation
 * 13.
 */
public final class MinimumTrackRecord {
  private MinimumTrackRecord() {}

  /**
   * The length in returns, at least 1, not rounded.
   *
   * @param benchmark a Sharpe ratio per return
   * @param confidence above 0.5 and below 1
   * @return empty: no length shows what the record itself denies
   */
  public static OptionalDouble length(double benchmark, double confidence, TrackRecord record) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0.5 and below 1, got " + confidence);
    }
    if (record.sharpe() <= benchmark) {
      return OptionalDouble.empty();
    }
    double ratio = NormalDistribution.quantile(confidence) / (record.sharpe() - benchmark);
    return OptionalDouble.of(1 + record.estimateVariance() * ratio * ratio);
  }
}
