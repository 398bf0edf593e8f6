package dev.maestro.embedded.storm.fault;

import dev.maestro.embedded.storm.store.Rules;
import dev.maestro.embedded.storm.store.StoreManners;
import dev.maestro.engine.capital.rule.CapitalRules;

/** What the engine or a store could do wrong. Each says what it breaks. */
public enum PlantedFault {
  /** An entry of before a halt is granted once trading resumes. */
  NO_FENCE_CHECK(ClaimFaults::withoutFence),
  /** A claim remembers the kill switch for a minute instead of reading it with what it changes. */
  SWITCH_READ_OUTSIDE(new StoreManners(true, false)),
  /** A commit does not look whether what it read has changed: two writers lose each other's. */
  CHECK_OUTSIDE_TRANSACTION(new StoreManners(false, true)),
  /** A claimed intent that nobody reports in time is over, its order works on. */
  CLAIMED_EXPIRES(SettleFaults::claimedExpires),
  /** An order of unknown fate gives its capital back. */
  UNKNOWN_RELEASES(SettleFaults::unknownReleases),
  /** The rest of an entry that ends is given back twice. */
  DOUBLE_RELEASE(ReportFaults::doubleRelease),
  /** Bookings are dated by the executor's clock: a snapshot seems to contain what it does not. */
  FILLED_AT_AS_BOOKED_AT(ReportFaults::filledAtAsBookedAt),
  /** Fees are not booked. */
  FEES_DROPPED(ReportFaults::withoutFees),
  /** Cumulative figures are booked as if they were new ones. */
  FIGURES_ADDED(ReportFaults::figuresAdded),
  /** A stop that is reported after the snapshot that shows it finds nothing to close. */
  LOTS_IGNORED(ReportFaults::withoutLots),
  /** One snapshot is enough to take a holding out. */
  WIPED_AT_ONCE(SnapshotFaults::wipesAtOnce),
  /** What no holding explains becomes nobody's twice. */
  DRIFT_BOOKED_TWICE(SnapshotFaults::bookedTwice),
  /** A snapshot counts as of when it arrives, not as of before the broker was asked. */
  SNAPSHOT_DATED_ON_ARRIVAL(SnapshotFaults::datedOnArrival),
  /** An exit is granted what it was reserved for, whatever is left. */
  EXIT_NOT_CUT_AT_CLAIM(ClaimFaults::exitNotCut),
  /** What an entry may fill beyond its notional is not held back. */
  OVERFILL_TOLERANCE_FORGOTTEN(ReserveFaults::withoutTolerance),
  /** Who asks again with another token is granted what somebody else has. */
  TOKEN_NOT_CHECKED(ClaimFaults::tokenNotChecked),
  /** A claim that is repeated is not asked the gates again. */
  REPEATED_CLAIM_NOT_ASKED(ClaimFaults::repeatedNotAsked),
  /** A nonce whose intent has ended is new again. */
  NONCE_FORGOTTEN(ReserveFaults::nonceForgotten),
  /** An exit does not look at what other exits already have in flight. */
  EXITS_IN_FLIGHT_IGNORED(ReserveFaults::inFlightIgnored);

  private final Rules rules;
  private final StoreManners manners;

  PlantedFault(Rules rules) {
    this.rules = rules;
    this.manners = StoreManners.GOOD;
  }

  PlantedFault(StoreManners manners) {
    this.rules = CapitalRules::apply;
    this.manners = manners;
  }

  /** The rules with the fault in them. */
  public Rules rules() {
    return rules;
  }

  /** The store's promises without the one that is broken. */
  public StoreManners manners() {
    return manners;
  }
}
