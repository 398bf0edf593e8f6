package dev.maestro.engine.evidence.scheme;

import java.util.List;

/**
 * A Sharpe ratio per trade as it was measured.
 *
 * @param sharpe not annualised
 * @param variance of that measurement, above 0
 */
public record SharpeEstimate(double sharpe, double variance) {
  /** Refuses what cannot be weighed. */
  public SharpeEstimate {
    if (!Double.isFinite(sharpe) || !(variance > 0)) {
      throw new IllegalArgumentException(
          "a Sharpe ratio must be finite and its variance above 0, got "
              + sharpe
              + " and "
              + variance);
    }
  }

  /**
   * Measured on a number of trades. Its variance is taken at a true ratio of 0, 1/n (Lo 2002): one
   * that grows with the measured ratio would let a better agent weigh less.
   */
  public static SharpeEstimate ofTrades(double sharpe, int trades) {
    return new SharpeEstimate(sharpe, 1.0 / trades);
  }

  /** Of agents that are one: averages, for copies measure nothing twice. */
  static SharpeEstimate ofClones(List<SharpeEstimate> members) {
    return new SharpeEstimate(
        members.stream().mapToDouble(SharpeEstimate::sharpe).average().orElseThrow(),
        members.stream().mapToDouble(SharpeEstimate::variance).average().orElseThrow());
  }
}
