package dev.maestro.engine.capital.sizing;

/** What can make an entry smaller, in the order in which the bounds are asked. */
public enum CutCode {
  /** equity x (max_risk_pct / 100) / stop distance. */
  RISK_CAP,
  /** equity x weight - what the agent uses already. */
  AGENT_CAPITAL,
  /** available / (1 + overfill_tolerance). */
  AVAILABLE,
  /** equity x total_exposure_limit / 100 - exposure. */
  EXPOSURE,
  /** equity x max_symbol_exposure_pct / 100 - what the symbol holds and reserves. */
  SYMBOL_EXPOSURE,
  /** max_order_notional. */
  MAX_NOTIONAL
}
