package dev.maestro.engine.market;

import dev.maestro.engine.config.ConfigRules;

/**
 * Where a profile draws the lines of a market.
 *
 * @param highVolatility ATR/price, a fraction above 0
 * @param extremeVolatility ATR/price, a fraction above the high one, at most 1
 * @param highSpreadBps basis points, 0 or more; a spread above it is HIGH
 */
public record MarketThresholds(
    double highVolatility, double extremeVolatility, double highSpreadBps) {

  /** Checks every range. */
  public MarketThresholds {
    new ConfigRules()
        .require(highVolatility > 0, "high_vol_threshold must be above 0, got " + highVolatility)
        .require(
            extremeVolatility > highVolatility && extremeVolatility <= 1,
            "extreme_vol_threshold must be above high_vol_threshold and at most 1, got "
                + extremeVolatility)
        .require(
            highSpreadBps >= 0 && highSpreadBps <= Double.MAX_VALUE,
            "high_spread_bps must be 0 or more, got " + highSpreadBps)
        .check();
  }
}
