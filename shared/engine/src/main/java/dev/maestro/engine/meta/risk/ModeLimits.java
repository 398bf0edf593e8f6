package dev.maestro.engine.meta.risk;

/**
 * What a risk mode allows.
 *
 * @param maxRiskPerTrade a fraction of equity
 * @param minConfidence a fraction
 * @param maxPositions open at once
 * @param maxDailyTrades entries per day
 * @param maxSlippagePct percent of the price
 * @param maxStrategies that may trade, those on probation included
 */
public record ModeLimits(
    double maxRiskPerTrade,
    double minConfidence,
    int maxPositions,
    int maxDailyTrades,
    double maxSlippagePct,
    int maxStrategies) {

  private static final ModeLimits DEFENSIVE = new ModeLimits(0.003, 0.70, 4, 10, 0.1, 4);
  private static final ModeLimits NORMAL = new ModeLimits(0.0075, 0.60, 10, 30, 0.2, 8);
  private static final ModeLimits AGGRESSIVE = new ModeLimits(0.015, 0.50, 15, 50, 0.3, 8);

  /** The limits of a mode. */
  public static ModeLimits of(RiskMode mode) {
    return switch (mode) {
      case DEFENSIVE -> DEFENSIVE;
      case NORMAL -> NORMAL;
      case AGGRESSIVE -> AGGRESSIVE;
    };
  }
}
