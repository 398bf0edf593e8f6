package dev.maestro.engine.evidence.record;

import dev.maestro.engine.number.SampleStatistics;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The figures of a record of returns that a Sharpe ratio is judged by; all per return, nothing is
 * annualised.
 *
 * @param count returns, at least 2
 * @param sharpe mean above the risk-free rate / sample deviation
 * @param skew third standardised moment; 0: symmetric
 * @param kurtosis fourth standardised moment, not the excess: 3 for the normal distribution
 */
public record TrackRecord(int count, double sharpe, double skew, double kurtosis) {
  /** The estimate's variance is never less than this share of 1/n: two-valued returns reach 0. */
  private static final double LEAST_VARIANCE = 1e-12;

  /** Refuses figures that no returns have. */
  public TrackRecord {
    if (count < 2 || !Double.isFinite(sharpe + skew) || !(kurtosis >= 1)) {
      throw new IllegalArgumentException(
          "a track record has at least 2 returns, finite figures and a kurtosis of at least 1, got "
              + count
              + ", "
              + sharpe
              + ", "
              + skew
              + ", "
              + kurtosis);
    }
  }

  /**
   * The figures of the returns {@code at(0) .. at(count - 1)}, fractions.
   *
   * @return empty: fewer than 2, or no deviation to divide by
   */
  public static Optional<TrackRecord> of(
      int count, IntToDoubleFunction at, double riskFreePerReturn) {
    if (count < 2) {
      return Optional.empty();
    }
    SampleStatistics statistics = SampleStatistics.of(count, at);
    if (statistics.isDegenerate()) {
      return Optional.empty();
    }
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (int i = 0; i < count; i++) {
      double distance = (at.applyAsDouble(i) - statistics.mean()) / statistics.deviation();
      double square = distance * distance;
      squares += square;
      cubes += square * distance;
      fourths += square * square;
    }
    double variance = squares / count;
    return Optional.of(
        new TrackRecord(
            count,
            statistics.sharpe(riskFreePerReturn),
            cubes / count / (variance * Math.sqrt(variance)),
            Math.max(1, fourths / count / (variance * variance))));
  }

  /**
   * n x the variance of the estimated Sharpe ratio: 1 - skew x sharpe + (kurtosis - 1) / 4 x
   * sharpe^2 (Mertens 2002).
   */
  double estimateVariance() {
    double variance = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    return Math.max(LEAST_VARIANCE, variance);
  }
}
