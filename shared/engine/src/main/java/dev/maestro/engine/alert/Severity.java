package dev.maestro.engine.alert;

/** How soon somebody has to look. */
public enum Severity {
  /** Trading is tighter than it has to be, or mended itself: today. */
  WARNING,
  /** Something was dropped, or cannot be decided: within the hour. */
  ERROR,
  /** Money may be at stake, or nothing is decided any more, exits included: now. */
  CRITICAL
}
