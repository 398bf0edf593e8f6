package dev.maestro.engine.policy.input;

import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;

/**
 * What a global policy allows at most.
 *
 * @param maxRisk of one trade, percent of equity, at least 0
 * @param minConfidence of a signal
 * @param maxPositions open at once, at least 0
 */
public record GlobalLimits(Percent maxRisk, Fraction minConfidence, int maxPositions) {
  /** Checks the signs. */
  public GlobalLimits {
    if (maxRisk.value() < 0 || maxPositions < 0) {
      throw new IllegalArgumentException(
          "limits must be at least 0, got " + maxRisk.value() + " % and " + maxPositions);
    }
  }

  /** The part of a risk mode's limits that a trading policy obeys. */
  public static GlobalLimits of(ModeLimits limits) {
    return new GlobalLimits(
        new Fraction(limits.maxRiskPerTrade()).toPercent(),
        new Fraction(limits.minConfidence()),
        limits.maxPositions());
  }

  /** What a risk mode allows. */
  static GlobalLimits of(RiskMode mode) {
    return of(ModeLimits.of(mode));
  }

  /** The tighter of both, field by field. */
  GlobalLimits tighterOf(GlobalLimits other) {
    return new GlobalLimits(
        maxRisk.min(other.maxRisk),
        minConfidence.isAtLeast(other.minConfidence) ? minConfidence : other.minConfidence,
        Math.min(maxPositions, other.maxPositions));
  }
}
