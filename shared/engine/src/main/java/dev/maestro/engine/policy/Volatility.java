package dev.maestro.engine.policy;

/** ATR / price of the benchmark symbol, against the thresholds of the profile. */
public enum Volatility {
  /** Below half of the high threshold. */
  LOW,
  /** Below the high threshold. */
  NORMAL,
  /** Below the extreme threshold. */
  HIGH,
  /** At the extreme threshold or above. */
  EXTREME,
  /** Bars are stale or missing; nothing may be opened. */
  UNKNOWN;

  /** HIGH or EXTREME. */
  public boolean isHigh() {
    return this == HIGH || this == EXTREME;
  }
}
