package dev.maestro.engine.policy.input;

/** A spread or slippage in one word. */
public enum CostLevel {
  /** Cheaper than usual. */
  LOW,
  /** As usual. */
  NORMAL,
  /** Too expensive to ignore. */
  HIGH
}
