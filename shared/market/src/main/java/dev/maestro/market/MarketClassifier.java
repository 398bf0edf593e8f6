package dev.maestro.market;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.MarketState;
import dev.maestro.engine.market.MarketThresholds;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.number.NineDecimals;
import java.time.Instant;
import java.util.OptionalDouble;

/** From figures to the words of system health; figures are compared at 9 decimals. */
public final class MarketClassifier {
  private static final double CHOPPY_BELOW_EFFICIENCY = 0.15;
  private static final double TRENDING_FROM_ADX = 25;
  private static final double THIN_BELOW_VOLUME = 0.20;

  private MarketClassifier() {}

  /**
   * What a market is at a time.
   *
   * @param spreadBps basis points; empty if unknown, which is not HIGH
   */
  public static MarketState classify(
      BarHistory history, OptionalDouble spreadBps, MarketThresholds thresholds, Instant now) {
    MarketFigures figures = MarketFigures.of(history, now);
    return new MarketState(
        regime(figures, spreadBps, thresholds), volatility(figures.atrToPrice(), thresholds));
  }

  /** LOW_LIQUIDITY first, then CHOPPY, then TRENDING with its direction, else RANGING. */
  static HealthRegime regime(
      MarketFigures figures, OptionalDouble spreadBps, MarketThresholds thresholds) {
    if (isIlliquid(figures.volumeToMean(), spreadBps, thresholds)) {
      return HealthRegime.LOW_LIQUIDITY;
    }
    if (figures.efficiencyRatio().isEmpty()) {
      return HealthRegime.UNKNOWN;
    }
    double efficiency = NineDecimals.round(figures.efficiencyRatio().getAsDouble());
    return efficiency < CHOPPY_BELOW_EFFICIENCY
        ? HealthRegime.CHOPPY
        : figures.movement().map(MarketClassifier::trend).orElse(HealthRegime.UNKNOWN);
  }

  /** Below high/2 LOW, below high NORMAL, below extreme HIGH, else EXTREME. */
  static Volatility volatility(OptionalDouble atrToPrice, MarketThresholds thresholds) {
    if (atrToPrice.isEmpty()) {
      return Volatility.UNKNOWN;
    }
    double ratio = NineDecimals.round(atrToPrice.getAsDouble());
    if (ratio < NineDecimals.round(thresholds.highVolatility() / 2)) {
      return Volatility.LOW;
    }
    if (ratio < NineDecimals.round(thresholds.highVolatility())) {
      return Volatility.NORMAL;
    }
    return ratio < NineDecimals.round(thresholds.extremeVolatility())
        ? Volatility.HIGH
        : Volatility.EXTREME;
  }

  private static HealthRegime trend(DirectionalMovement movement) {
    if (NineDecimals.round(movement.adx()) < TRENDING_FROM_ADX) {
      return HealthRegime.RANGING;
    }
    return movement.isUpward() ? HealthRegime.BULL_TRENDING : HealthRegime.BEAR_TRENDING;
  }

  /** Spread HIGH and volume below 20 % of its mean; false where one of them is unknown. */
  private static boolean isIlliquid(
      OptionalDouble volumeToMean, OptionalDouble spreadBps, MarketThresholds thresholds) {
    return volumeToMean.isPresent()
        && spreadBps.isPresent()
        && NineDecimals.round(spreadBps.getAsDouble()) > thresholds.highSpreadBps()
        && NineDecimals.round(volumeToMean.getAsDouble()) < THIN_BELOW_VOLUME;
  }
}
