package dev.maestro.engine.evidence.neutral;

import java.util.OptionalDouble;

/**
 * How a strategy has moved with its benchmark: the slope of its returns on the benchmark's, where a
 * day counts half after {@value #HALF_LIFE} days. All it needs to go on with the next day.
 *
 * @param days so far, at least 0
 * @param weight decayed count of the days
 * @param returns decayed sum of the strategy's day returns, fractions
 * @param benchmarks decayed sum of the benchmark's day returns, fractions
 * @param products decayed sum of their products
 * @param squares decayed sum of the benchmark's squares
 */
public record MarketBeta(
    int days, double weight, double returns, double benchmarks, double products, double squares) {

  /** Before the first day. */
  public static final MarketBeta START = new MarketBeta(0, 0, 0, 0, 0, 0);

  private static final int HALF_LIFE = 60;
  private static final int SILENT_DAYS = 40;
  private static final double DECAY = StrictMath.pow(0.5, 1.0 / HALF_LIFE);

  /** Less variance than this share of the mean square is the noise of doubles. */
  private static final double DEGENERATE = 1e-12;

  /** Refuses figures that are none. */
  public MarketBeta {
    if (days < 0 || !Double.isFinite(weight + returns + benchmarks + products + squares)) {
      throw new IllegalArgumentException(
          "the sums of a beta must be finite, got " + products + " and " + squares);
    }
  }

  /** True during the first days, when nothing is taken off. */
  public boolean isSilent() {
    return days < SILENT_DAYS;
  }

  /** The slope over the days so far; 0 during the first 40 and where the benchmark never moved. */
  public double beta() {
    if (isSilent()) {
      return 0;
    }
    double variance = squares - benchmarks * benchmarks / weight;
    return variance > DEGENERATE * squares
        ? (products - returns * benchmarks / weight) / variance
        : 0;
  }

  /**
   * What the strategy did that the market did not. Where the benchmark's return is not known, a
   * loss counts whole and a gain not at all.
   *
   * @param dayReturn of the strategy, a fraction
   * @param benchmark of that day, a fraction; empty: not known
   * @return empty: the day says nothing
   */
  public OptionalDouble neutral(double dayReturn, OptionalDouble benchmark) {
    if (benchmark.isPresent()) {
      return OptionalDouble.of(dayReturn - beta() * benchmark.getAsDouble());
    }
    return dayReturn < 0 ? OptionalDouble.of(dayReturn) : OptionalDouble.empty();
  }

  /** With one day more whose returns are both known. */
  public MarketBeta after(double dayReturn, double benchmark) {
    return new MarketBeta(
        days + 1,
        DECAY * weight + 1,
        DECAY * returns + dayReturn,
        DECAY * benchmarks + benchmark,
        DECAY * products + dayReturn * benchmark,
        DECAY * squares + benchmark * benchmark);
  }
}
