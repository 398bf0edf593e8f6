package dev.maestro.engine.policy;

/** The profiles there are. */
public enum ProfileName {
  /** Small positions, early brakes; the default. */
  SAFE,
  /** Large positions, late brakes. */
  AGGRESSIVE,
  /** The middle; trends are judged by volatility instead of direction. */
  STANDARD
}
