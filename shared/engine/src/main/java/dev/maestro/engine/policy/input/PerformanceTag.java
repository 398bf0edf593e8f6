package dev.maestro.engine.policy.input;

/** How a symbol has done, in one word for people; only BAD decides anything. */
public enum PerformanceTag {
  /** Win rate above 0.55 and average R above 1.2. */
  GOOD,
  /** Neither. */
  NEUTRAL,
  /** Not to be traded. */
  BAD
}
