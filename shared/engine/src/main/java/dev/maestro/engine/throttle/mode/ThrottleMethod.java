package dev.maestro.engine.throttle.mode;

/** How the mode of a strategy is decided, once its drawdown permits any. */
public enum ThrottleMethod {
  /** By the Sharpe ratio of the newest closed days. */
  SHARPE,
  /** By the expected Sharpe ratio: what all its days with exposure have proved. */
  EVIDENCE
}
