package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Reading;
import java.util.stream.Stream;

/**
 * What trading costs now; spread and slippage come as a level, as basis points, or as both.
 *
 * @param spreadBps in basis points of the price, at least 0
 * @param slippageBps likewise
 * @param costInR a round trip as a multiple of the amount at risk, at least 0
 */
public record TradingCosts(
    Reading<CostLevel> spreadLevel,
    Reading<Double> spreadBps,
    Reading<CostLevel> slippageLevel,
    Reading<Double> slippageBps,
    Reading<Double> costInR) {

  /** Nothing is known, so nothing is used. */
  public static final TradingCosts UNKNOWN =
      new TradingCosts(
          Reading.absent(), Reading.absent(), Reading.absent(), Reading.absent(), Reading.absent());

  /** True if the spread is HIGH, above the threshold, or unreadable. */
  public boolean isSpreadHigh(double thresholdBps) {
    return isHigh(spreadLevel, spreadBps, thresholdBps);
  }

  /** True if the slippage is HIGH, above the threshold, or unreadable. */
  public boolean isSlippageHigh(double thresholdBps) {
    return isHigh(slippageLevel, slippageBps, thresholdBps);
  }

  /** True if something was given that cannot be read. */
  public boolean isAnyUnreadable() {
    return Stream.of(spreadLevel, spreadBps, slippageLevel, slippageBps, costInR)
        .anyMatch(reading -> reading.isGiven() && reading.value().isEmpty());
  }

  private static boolean isHigh(
      Reading<CostLevel> level, Reading<Double> bps, double thresholdBps) {
    return level.violates(word -> word != CostLevel.HIGH)
        || bps.violates(points -> points >= 0 && points <= thresholdBps);
  }
}
