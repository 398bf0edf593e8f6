package dev.maestro.engine.performance;

/** What an agent's Sharpe ratio allows to be said. Bad news counts where good news would not. */
public enum Standing {
  /**
   * Too few trades, or no deviation to divide by while the mean is not below the risk-free rate.
   */
  UNPROVEN,
  /** Sharpe below 0, or no deviation and a mean below the risk-free rate. */
  LOSING,
  /** Sharpe of 0 or more. */
  RANKED
}
