package dev.maestro.engine.policy;

/** Where a trend leads. */
public enum Direction {
  /** Prices rise. */
  UP,
  /** Prices fall. */
  DOWN,
  /** No direction, or none that is known. */
  NONE
}
