package dev.maestro.engine.number;

import java.util.function.IntToDoubleFunction;

/**
 * Count, mean and sample deviation (n - 1) of a series of returns, all fractions; no figure of a
 * population.
 *
 * @param count at least 1
 * @param mean the arithmetic mean
 * @param deviation the sample deviation; 0 for a single value, which {@link #isDegenerate} covers
 */
public record SampleStatistics(int count, double mean, double deviation) {
  private static final double DEGENERATE_RATIO = 1e-9;

  private static final double SMALLEST_SCALE = 1e-6;

  /** Statistics of {@code valueAt(0) .. valueAt(count - 1)}, summed in that order. */
  public static SampleStatistics of(int count, IntToDoubleFunction valueAt) {
    if (count < 1) {
      throw new IllegalArgumentException("statistics need at least 1 value, got " + count);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += valueAt.applyAsDouble(i);
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double distance = valueAt.applyAsDouble(i) - mean;
      squares += distance * distance;
    }
    return new SampleStatistics(count, mean, count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
  }

  /** True when the deviation is only noise: {@code deviation <= 1e-9 * max(|mean|, 1e-6)}. */
  public boolean isDegenerate() {
    return deviation <= DEGENERATE_RATIO * Math.max(Math.abs(mean), SMALLEST_SCALE);
  }

  /**
   * (mean - riskFree) / deviation, both per period; only for a deviation that is not degenerate.
   */
  public double sharpe(double riskFreePerPeriod) {
    return (mean - riskFreePerPeriod) / deviation;
  }

  /**
   * Standard error of a Sharpe ratio of n independent returns: sqrt((1 + sharpe^2 / 2) / n), Lo
   * (2002), "The Statistics of Sharpe Ratios", equation 9.
   */
  public static double sharpeStandardError(double sharpe, int count) {
    return Math.sqrt((1 + sharpe * sharpe / 2) / count);
  }
}
