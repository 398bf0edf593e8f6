package dev.maestro.market.strategy;

/** {@link TrendFollowing} with its defaults, as the built-in strategy {@code trend-following}. */
public final class TrendFollowingStrategy extends BarStrategySignals {
  /** For the service loader. */
  public TrendFollowingStrategy() {
    super("trend-following", new TrendFollowing(TrendFollowingConfig.DEFAULTS));
  }
}
