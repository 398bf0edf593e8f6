package dev.maestro.engine.market;

/** What system health takes from a market. */
public record MarketState(HealthRegime regime, Volatility volatility) {
  /** Nothing can be said. */
  public static final MarketState UNKNOWN =
      new MarketState(HealthRegime.UNKNOWN, Volatility.UNKNOWN);
}
