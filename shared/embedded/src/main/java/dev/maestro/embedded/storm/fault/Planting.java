package dev.maestro.embedded.storm.fault;

import dev.maestro.embedded.storm.store.Rules;
import dev.maestro.embedded.storm.store.StoreManners;
import dev.maestro.engine.capital.rule.CapitalRules;
import java.util.Optional;

/** Where each fault is planted: in the rules, or in what the store promises. */
public final class Planting {
  private Planting() {}

  /** The engine's rules, with the fault if it is one of rules. */
  public static Rules rules(Optional<PlantedFault> fault) {
    return fault.map(Planting::rules).orElse(CapitalRules::apply);
  }

  /** The store's promises, without the one that the fault breaks. */
  public static StoreManners manners(Optional<PlantedFault> fault) {
    return fault.map(Planting::manners).orElse(StoreManners.GOOD);
  }

  private static StoreManners manners(PlantedFault fault) {
    return switch (fault) {
      case SWITCH_READ_OUTSIDE -> new StoreManners(true, false);
      case CHECK_OUTSIDE_TRANSACTION -> new StoreManners(false, true);
      default -> StoreManners.GOOD;
    };
  }

  private static Rules rules(PlantedFault fault) {
    return switch (fault) {
      case NO_FENCE_CHECK -> ClaimFaults::withoutFence;
      case CLAIMED_EXPIRES -> SettleFaults::claimedExpires;
      case UNKNOWN_RELEASES -> SettleFaults::unknownReleases;
      case DOUBLE_RELEASE -> ReportFaults::doubleRelease;
      case FILLED_AT_AS_BOOKED_AT -> ReportFaults::filledAtAsBookedAt;
      case FEES_DROPPED -> ReportFaults::withoutFees;
      case FIGURES_ADDED -> ReportFaults::figuresAdded;
      case LOTS_IGNORED -> ReportFaults::withoutLots;
      case WIPED_AT_ONCE -> SnapshotFaults::wipesAtOnce;
      case DRIFT_BOOKED_TWICE -> SnapshotFaults::bookedTwice;
      case SNAPSHOT_DATED_ON_ARRIVAL -> SnapshotFaults::datedOnArrival;
      case EXIT_NOT_CUT_AT_CLAIM -> ClaimFaults::exitNotCut;
      case OVERFILL_TOLERANCE_FORGOTTEN -> ReserveFaults::withoutTolerance;
      case TOKEN_NOT_CHECKED -> ClaimFaults::tokenNotChecked;
      case REPEATED_CLAIM_NOT_ASKED -> ClaimFaults::repeatedNotAsked;
      case NONCE_FORGOTTEN -> ReserveFaults::nonceForgotten;
      case EXITS_IN_FLIGHT_IGNORED -> ReserveFaults::inFlightIgnored;
      case SWITCH_READ_OUTSIDE, CHECK_OUTSIDE_TRANSACTION -> CapitalRules::apply;
    };
  }
}
