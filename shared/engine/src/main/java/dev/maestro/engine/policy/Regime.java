package dev.maestro.engine.policy;

/** How the market of the benchmark symbol moves. */
public enum Regime {
  /** In one direction. */
  TRENDING,
  /** Between bounds. */
  RANGING,
  /** Back and forth, without bounds that hold. */
  CHOPPY,
  /** Bars are stale or missing. */
  UNKNOWN
}
