package dev.maestro.market.strategy;

import dev.maestro.engine.name.StrategyId;

/** {@link TrendFollowing} with its defaults, as the built-in strategy {@code trend-following}. */
public final class TrendFollowingStrategy extends BarStrategySignals {
  /** For the service loader. */
  public TrendFollowingStrategy() {
    super(new StrategyId("trend-following"), new TrendFollowing(TrendFollowingConfig.DEFAULTS));
  }
}
