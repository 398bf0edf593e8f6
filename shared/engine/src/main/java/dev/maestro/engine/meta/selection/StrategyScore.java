package dev.maestro.engine.meta.selection;

import dev.maestro.engine.market.HealthRegime;
import java.util.OptionalDouble;

/**
 * A score and what it is made of; each part is clamped, the sum is not.
 *
 * @param profitFactor 0.40 x clamp(pf / 2)
 * @param winRate 0.30 x clamp((win rate - 0.40) / 0.30)
 * @param drawdown 0.20 x clamp(1 - drawdown percent / 10)
 * @param volume 0.10 x clamp(trades / 50)
 * @param regimeBonus 0.15 if the strategy is made for the regime
 */
public record StrategyScore(
    double profitFactor, double winRate, double drawdown, double volume, double regimeBonus) {

  /** The score of a strategy in a regime; an unknown figure earns nothing. */
  public static StrategyScore of(StrategyCandidate strategy, HealthRegime regime) {
    StrategyFigures figures = strategy.figures();
    return new StrategyScore(
        profitFactorPart(figures.profitFactor()),
        winRatePart(figures.winRate()),
        drawdownPart(figures.maxDrawdownPct()),
        0.10 * clamp(figures.trades() / 50.0),
        strategy.isMadeFor(regime) ? 0.15 : 0);
  }

  /** The sum of the parts, 0..1.15. */
  public double total() {
    return profitFactor + winRate + drawdown + volume + regimeBonus;
  }

  private static double profitFactorPart(OptionalDouble profitFactor) {
    return profitFactor.isEmpty() ? 0 : 0.40 * clamp(profitFactor.getAsDouble() / 2);
  }

  private static double winRatePart(OptionalDouble winRate) {
    return winRate.isEmpty() ? 0 : 0.30 * clamp((winRate.getAsDouble() - 0.40) / 0.30);
  }

  private static double drawdownPart(OptionalDouble drawdownPct) {
    return drawdownPct.isEmpty() ? 0 : 0.20 * clamp(1 - drawdownPct.getAsDouble() / 10);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
