package dev.maestro.engine.capital.command;

/** What a command is answered. */
public enum CommandCode {
  /** The intent exists now. */
  RESERVED,
  /** The same signal has its intent already: nothing to do. */
  REPEATED,
  /** The nonce belongs to another order: the sender made it wrongly. */
  NONCE_CONFLICT,
  /** The kill switch forbids it: an operator resumes. */
  KILL_SWITCH,
  /** No snapshot, an old one, or one refused since: mend the feeder. */
  STALE_ACCOUNT,
  /** Neither the signal nor the market has a price. */
  NO_PRICE,
  /** The signal contradicts itself. */
  INVALID_SIGNAL,
  /** The signal's price lies too far from the market's. */
  PRICE_COLLAR,
  /** The strategy waits for an operator: rearm it. */
  SUSPENDED,
  /** The strategy holds the symbol or has an order in it. */
  ALREADY_HELD,
  /** The broker shows less of the symbol than is held. */
  DRIFT,
  /** The bounds leave less than an order is worth. */
  NO_CAPITAL,
  /** As many positions as the policy allows. */
  MAX_POSITIONS,
  /** As many entries today as the policy allows. */
  DAILY_TRADES,
  /** The ledger document holds no more. */
  LEDGER_FULL,
  /** There is nothing to close, or less than was said. */
  NO_POSITION,
  /** No such intent. */
  UNKNOWN_INTENT,
  /** The account names another executor. */
  NOT_YOUR_ACCOUNT,
  /** It went to another token, has ended, or its executor fell silent. */
  ALREADY_CLAIMED,
  /** Nobody claimed it in time. */
  EXPIRED,
  /** It was cancelled before anybody claimed it. */
  CANCELLED,
  /** Everything stands still. */
  HALTED,
  /** Exits only. */
  REDUCING,
  /** Reserved under a kill switch that was thrown since. */
  FENCED,
  /** The policy in force forbids it. */
  POLICY_BLOCKED,
  /** Too many entries of the same kind within an hour: the strategy is suspended. */
  REPEAT_LIMIT,
  /** Too many entries within a minute: REDUCING. */
  GRANT_LIMIT,
  /** It is the caller's to send now. */
  GRANTED,
  /** Nobody has claimed what is reported. */
  NOT_CLAIMED,
  /** The token is not the one it was granted to. */
  WRONG_TOKEN,
  /** Figures that no order can have filled. */
  INVALID_REPORT,
  /** Known already. */
  UNCHANGED,
  /** Booked. */
  RECORDED,
  /** Booked, and more than was granted: the strategy is suspended. */
  OVERFILL,
  /** Booked, after the order had been said to be over. */
  LATE_FILL,
  /** Only an UNKNOWN intent is resolved. */
  NOT_UNKNOWN,
  /** A reason is missing, or a figure is out of range. */
  INVALID,
  /** Done. */
  ACCEPTED,
  /** The snapshot is from ahead of the clock. */
  FROM_FUTURE,
  /** The snapshot is not newer than the known one. */
  STALE,
  /** The snapshot cannot be read: until a valid one comes, exits only. */
  INVALID_SNAPSHOT,
  /** What was due has been done. */
  SETTLED
}
