package dev.maestro.engine.policy.profile;

/** The ten groups of profile parameters, as people compare them. */
public enum Category {
  /** What trades start from. */
  BASE("Base confidence and risk"),
  /** Where trading is reduced or stops. */
  LIMITS("Limits"),
  /** ATR / price. */
  VOLATILITY("Volatility thresholds"),
  /** Factors on the risk of a trade. */
  RISK("Risk multipliers"),
  /** Added to the confidence a signal needs. */
  CONFIDENCE("Confidence adjustments"),
  /** Entry mode per row. */
  ENTRY("Entry bias"),
  /** Exit mode per row. */
  EXIT("Exit bias"),
  /** Spread, slippage and cost in R. */
  COSTS("Costs"),
  /** Which symbols are left out. */
  SYMBOLS("Symbol filters"),
  /** Back to full risk after wins. */
  RECOVERY("Recovery");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
