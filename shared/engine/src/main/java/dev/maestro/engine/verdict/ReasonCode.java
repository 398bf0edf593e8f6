package dev.maestro.engine.verdict;

/** Why a signal is denied. The order of the constants is the order in every list of reasons. */
public enum ReasonCode {
  /** The tenant or the whole system is not ACTIVE. */
  KILL_SWITCH,
  /** The trading policy allows no new trades, or there is none. */
  POLICY_BLOCKED,
  /** The strategy is unregistered, DISABLED, or not selected. */
  STRATEGY_NOT_ALLOWED,
  /** The trading policy excludes the symbol. */
  SYMBOL_NOT_ALLOWED,
  /** The confidence is below what the policy asks. */
  LOW_CONFIDENCE,
  /** The strategy trades on paper only. */
  SHADOW_MODE,
  /** Too many strategies want out. */
  SYSTEMIC_RISK,
  /** The signal could not be read, or lacks what its action needs. */
  INVALID_SIGNAL,
  /** The signal has expired. */
  STALE_SIGNAL,
  /** The account is missing or older than 15 minutes. */
  STALE_ACCOUNT,
  /** There is nothing to close, and no short may be opened. */
  NO_POSITION,
  /** The strategy holds the symbol already, or an entry is in flight. */
  ALREADY_HELD,
  /** The signal asks for no allocation, or the risk checks left none. */
  NO_ALLOCATION,
  /** Neither the signal nor the market has a price. */
  NO_PRICE,
  /** The signal's price lies too far from the market's. */
  PRICE_COLLAR,
  /** The strategy waits for an operator. */
  SUSPENDED,
  /** The broker shows less of the symbol than is held. */
  DRIFT,
  /** No capital is left. */
  NO_CAPITAL,
  /** The position limit is reached. */
  MAX_POSITIONS,
  /** The daily limit of trades is reached. */
  DAILY_TRADES,
  /** The ledger holds no more. */
  LEDGER_FULL,
  /** This signal already has its intent. */
  REPEATED,
  /** The closed days of the strategy could not be read. */
  PERFORMANCE_UNAVAILABLE
}
