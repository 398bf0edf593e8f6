package dev.maestro.engine.market;

/** What a market does, in the words of system health. */
public enum HealthRegime {
  /** A directional movement of ADX(14) >= 25, +DI over -DI. */
  BULL_TRENDING,
  /** A directional movement of ADX(14) >= 25, -DI at least +DI. */
  BEAR_TRENDING,
  /** Neither choppy nor trending. */
  RANGING,
  /** Efficiency ratio(20) below 0.15: much way, little progress. */
  CHOPPY,
  /** Spread HIGH while the volume is below 20 % of its mean; comes before all others. */
  LOW_LIQUIDITY,
  /** Bars are stale, missing or too few. */
  UNKNOWN
}
