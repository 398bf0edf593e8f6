package dev.maestro.engine.performance;

/**
 * How a Sharpe ratio per trade is taken.
 *
 * @param riskFreePerTrade the annual risk-free rate / 252, a fraction
 * @param minTrades with fewer usable trades an agent is UNPROVEN
 */
public record SharpeRules(double riskFreePerTrade, int minTrades) {
  private static final int TRADING_DAYS_PER_YEAR = 252;

  /** Rules for an annual rate, a fraction. */
  public static SharpeRules ofAnnualRate(double riskFreeRate, int minTrades) {
    return new SharpeRules(riskFreeRate / TRADING_DAYS_PER_YEAR, minTrades);
  }
}
