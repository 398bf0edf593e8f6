package dev.maestro.engine.policy.profile;

/** The rows that a profile has for the state of the market, with the parameters they consist of. */
public enum MarketRow {
  /** Prices trend upwards. */
  BULL(
      Parameter.RISK_MULTIPLIER_BULL,
      Parameter.CONFIDENCE_BULL,
      Parameter.ENTRY_BIAS_BULL,
      Parameter.EXIT_BIAS_BULL),
  /** Prices trend downwards. */
  BEAR(
      Parameter.RISK_MULTIPLIER_BEAR,
      Parameter.CONFIDENCE_BEAR,
      Parameter.ENTRY_BIAS_BEAR,
      Parameter.EXIT_BIAS_BEAR),
  /** Volatility is HIGH or EXTREME. */
  HIGH_VOL(
      Parameter.RISK_MULTIPLIER_HIGH_VOL,
      Parameter.CONFIDENCE_HIGH_VOL,
      Parameter.ENTRY_BIAS_HIGH_VOL,
      Parameter.EXIT_BIAS_HIGH_VOL),
  /** No trend. */
  CHOP(
      Parameter.RISK_MULTIPLIER_CHOP,
      Parameter.CONFIDENCE_CHOP,
      Parameter.ENTRY_BIAS_CHOP,
      Parameter.EXIT_BIAS_CHOP),
  /** Nothing in particular. */
  NORMAL(
      Parameter.RISK_MULTIPLIER_NORMAL,
      Parameter.CONFIDENCE_NORMAL,
      Parameter.ENTRY_BIAS_NORMAL,
      Parameter.EXIT_BIAS_NORMAL);

  final Parameter risk;
  final Parameter confidence;
  final Parameter entry;
  final Parameter exit;

  MarketRow(Parameter risk, Parameter confidence, Parameter entry, Parameter exit) {
    this.risk = risk;
    this.confidence = confidence;
    this.entry = entry;
    this.exit = exit;
  }
}
