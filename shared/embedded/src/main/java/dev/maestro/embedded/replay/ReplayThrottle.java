package dev.maestro.embedded.replay;

/** How a replay throttles. */
public enum ReplayThrottle {
  /** Not at all: every agent has its whole weight. */
  OFF,
  /** {@code throttle.method} SHARPE. */
  SHARPE,
  /** {@code throttle.method} EVIDENCE. */
  EVIDENCE
}
