package dev.maestro.engine.policy.input;

import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;

/** The mode of the global policy, loosest first, each with the limits it sets. */
public enum RiskMode {
  /** Risk 1.5 % per trade, confidence 0.50, 15 positions. */
  AGGRESSIVE(1.5, 0.50, 15),
  /** Risk 0.75 % per trade, confidence 0.60, 10 positions. */
  NORMAL(0.75, 0.60, 10),
  /** Risk 0.3 % per trade, confidence 0.70, 4 positions. */
  DEFENSIVE(0.3, 0.70, 4);

  private final double maxRiskPct;
  private final double minConfidence;
  private final int maxPositions;

  RiskMode(double maxRiskPct, double minConfidence, int maxPositions) {
    this.maxRiskPct = maxRiskPct;
    this.minConfidence = minConfidence;
    this.maxPositions = maxPositions;
  }

  /** What the mode allows at most. */
  public GlobalLimits limits() {
    return new GlobalLimits(new Percent(maxRiskPct), new Fraction(minConfidence), maxPositions);
  }
}
