package dev.maestro.engine.policy;

/** Why no new trade is allowed. */
public enum BlockReason {
  /** A required input is missing or invalid, or the policy in force is missing or expired. */
  AWAITING_DATA,
  /** The block could be lifted, but not often enough in a row yet. */
  AWAITING_CONFIRMATION,
  /** Volatility is EXTREME. */
  EXTREME_VOLATILITY,
  /** The loss of the day reached its limit, now or earlier on this day. */
  DAILY_DRAWDOWN,
  /** As many trades are open as there may be. */
  MAX_POSITIONS,
  /** The total exposure reached its limit. */
  EXPOSURE_LIMIT,
  /** A round trip costs too large a part of R. */
  COST_IN_R,
  /** The global policy is expired or unreadable. */
  GLOBAL_POLICY_STALE,
  /** The kill switch is not ACTIVE. */
  KILL_SWITCH
}
