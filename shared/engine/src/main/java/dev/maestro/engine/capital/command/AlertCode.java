package dev.maestro.engine.capital.command;

/** What a command wants a person to know. */
public enum AlertCode {
  /** A snapshot and the holdings differ: look at the account. */
  LEDGER_DRIFT,
  /** An executor's clock is off: mend it. */
  CLOCK_SKEW,
  /** An order filled more than was granted; its strategy is suspended: look, then rearm it. */
  OVERFILL,
  /** An order filled after its executor had said that it would not: mend the executor. */
  LATE_FILL,
  /** A strategy enters the same again and again; it is suspended: look, then rearm it. */
  REPEAT_LIMIT,
  /** Too many entries within a minute; REDUCING: look, then resume. */
  GRANT_LIMIT,
  /** An executor fell silent: ask the broker, then resolve the intent. */
  REPORT_OVERDUE,
  /** Fees came when neither holding, lot nor trade was left to carry them: book them by hand. */
  UNBOOKED_FEES
}
