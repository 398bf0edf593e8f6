package dev.maestro.engine.signal;

/** What a tenant lets a strategy do. */
public enum StrategyStatus {
  /** It may trade. */
  LIVE,
  /** Its entries are simulated, whatever its figures. */
  SHADOW,
  /** It may only close what it holds. */
  DISABLED
}
