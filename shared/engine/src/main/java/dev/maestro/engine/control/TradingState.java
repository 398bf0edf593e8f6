package dev.maestro.engine.control;

/** What the kill switch of a tenant allows, from loose to tight. */
public enum TradingState {
  /** Everything the policy allows. */
  ACTIVE,
  /** Exits only. */
  REDUCING,
  /** Nothing but exits that were claimed before. */
  HALTED
}
