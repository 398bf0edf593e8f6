package dev.maestro.engine.policy.gather;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.Regime;

/** The words of system health for a market in those of the trading policy. */
public final class MarketWords {
  private MarketWords() {}

  /** A market without liquidity has no regime to rely on. */
  public static Regime regime(HealthRegime regime) {
    return switch (regime) {
      case BULL_TRENDING, BEAR_TRENDING -> Regime.TRENDING;
      case RANGING -> Regime.RANGING;
      case CHOPPY -> Regime.CHOPPY;
      case LOW_LIQUIDITY, UNKNOWN -> Regime.UNKNOWN;
    };
  }

  /** Only trends have a direction. */
  public static Direction direction(HealthRegime regime) {
    return switch (regime) {
      case BULL_TRENDING -> Direction.UP;
      case BEAR_TRENDING -> Direction.DOWN;
      case RANGING, CHOPPY, LOW_LIQUIDITY, UNKNOWN -> Direction.NONE;
    };
  }

  /** Spread HIGH and volume below 20 % of its mean. */
  public static boolean isLiquidityLow(HealthRegime regime) {
    return regime == HealthRegime.LOW_LIQUIDITY;
  }
}
