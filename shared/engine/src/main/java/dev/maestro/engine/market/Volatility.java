package dev.maestro.engine.market;

/** ATR(14)/price against the thresholds of {@link MarketThresholds}, calmest first. */
public enum Volatility {
  /** Below half of the high threshold. */
  LOW,
  /** Below the high threshold. */
  NORMAL,
  /** Below the extreme threshold. */
  HIGH,
  /** At or above the extreme threshold. */
  EXTREME,
  /** Bars are stale, missing or too few. */
  UNKNOWN;

  /** HIGH or EXTREME. */
  public boolean isHigh() {
    return this == HIGH || this == EXTREME;
  }
}
