package dev.maestro.engine.policy;

/** How much risk new trades may take, loosest first. */
public enum RiskProfile {
  /** As the profile says. */
  NORMAL,
  /** Less than the profile says. */
  REDUCED,
  /** None: exits only. */
  NO_NEW_TRADES
}
