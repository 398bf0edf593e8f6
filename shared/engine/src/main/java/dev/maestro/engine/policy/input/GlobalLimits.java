package dev.maestro.engine.policy.input;

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

  /** The tighter of both, field by field. */
  GlobalLimits tighterOf(GlobalLimits other) {
    return new GlobalLimits(
        maxRisk.min(other.maxRisk),
        minConfidence.isAtLeast(other.minConfidence) ? minConfidence : other.minConfidence,
        Math.min(maxPositions, other.maxPositions));
  }
}
