package dev.maestro.engine.policy;

/** How positions are left, loosest first. */
public enum ExitMode {
  /** Stay while the trend lasts. */
  TREND_FOLLOW,
  /** Take profit early. */
  FAST_TP,
  /** Trail a tight stop. */
  DEFENSIVE_TRAIL
}
