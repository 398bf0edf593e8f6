package dev.maestro.embedded.storm.fault;

/** What the engine or a store could do wrong. Each says what it breaks. */
public enum PlantedFault {
  /** An entry of before a halt is granted once trading resumes. */
  NO_FENCE_CHECK,
  /** A claim remembers the kill switch for a minute instead of reading it with what it changes. */
  SWITCH_READ_OUTSIDE,
  /** A commit does not look whether what it read has changed: two writers lose each other's. */
  CHECK_OUTSIDE_TRANSACTION,
  /** A claimed intent that nobody reports in time is over, its order works on. */
  CLAIMED_EXPIRES,
  /** An order of unknown fate gives its capital back. */
  UNKNOWN_RELEASES,
  /** The rest of an entry that ends is given back twice. */
  DOUBLE_RELEASE,
  /** Bookings are dated by the executor's clock: a snapshot seems to contain what it does not. */
  FILLED_AT_AS_BOOKED_AT,
  /** Fees are not booked. */
  FEES_DROPPED,
  /** Cumulative figures are booked as if they were new ones. */
  FIGURES_ADDED,
  /** A stop that is reported after the snapshot that shows it finds nothing to close. */
  LOTS_IGNORED,
  /** One snapshot is enough to take a holding out. */
  WIPED_AT_ONCE,
  /** What no holding explains becomes nobody's twice. */
  DRIFT_BOOKED_TWICE,
  /** A snapshot counts as of when it arrives, not as of before the broker was asked. */
  SNAPSHOT_DATED_ON_ARRIVAL,
  /** An exit is granted what it was reserved for, whatever is left. */
  EXIT_NOT_CUT_AT_CLAIM,
  /** What an entry may fill beyond its notional is not held back. */
  OVERFILL_TOLERANCE_FORGOTTEN,
  /** Who asks again with another token is granted what somebody else has. */
  TOKEN_NOT_CHECKED,
  /** A claim that is repeated is not asked the gates again. */
  REPEATED_CLAIM_NOT_ASKED,
  /** A nonce whose intent has ended is new again. */
  NONCE_FORGOTTEN,
  /** An exit does not look at what other exits already have in flight. */
  EXITS_IN_FLIGHT_IGNORED
}
