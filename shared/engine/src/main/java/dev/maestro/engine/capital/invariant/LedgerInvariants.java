package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be true of a ledger by itself, whatever led to it. */
public final class LedgerInvariants {
  private LedgerInvariants() {}

  /** All that is broken: sums that are not those of what they sum, and ends that are not over. */
  public static List<BrokenInvariant> of(Ledger ledger, CapitalConfig config) {
    Findings findings = new Findings();
    intents(ledger, config, findings);
    book(ledger, findings);
    bookings(ledger, config, findings);
    return findings.all();
  }

  /**
   * Positions whose open exits may fill more than is held. Only a fact brings that about (a close,
   * a snapshot, a late fill): a person is told, trading goes on, the claim cuts the exit.
   */
  public static SortedSet<PositionKey> exitsBeyondHeld(Ledger ledger) {
    SortedMap<PositionKey, Quantity> inFlight = new TreeMap<>();
    SortedSet<PositionKey> beyond = new TreeSet<>();
    for (Intent exit : ledger.intents().where(Intent::isExit)) {
      inFlight.merge(exit.key(), exit.inFlight(), Quantity::plus);
      boolean isOtherSide =
          ledger.book().holdings().sign(exit.key()) != 0
              && OrderSide.closing(ledger.book().holdings().sign(exit.key())) != exit.side();
      if (isOtherSide && exit.inFlight().signum() > 0) {
        beyond.add(exit.key());
      }
    }
    inFlight.forEach(
        (key, quantity) -> {
          Quantity held =
              ledger
                  .book()
                  .holdings()
                  .get(key)
                  .map(holding -> holding.quantity().abs())
                  .orElse(Quantity.ZERO);
          if (quantity.isAbove(held)) {
            beyond.add(key);
          }
        });
    return beyond;
  }

  private static void intents(Ledger ledger, CapitalConfig config, Findings findings) {
    Money reserved = Money.ZERO;
    BigDecimal committed = BigDecimal.ZERO;
    BigDecimal factor = config.sizing().overfillFactor();
    for (Intent intent : ledger.intents().all()) {
      findings.require(
          intent.state().isOpen(), "a ledger holds open intents", () -> intent.toString());
      reserved = reserved.plus(intent.reserved());
      committed = committed.add(intent.isEntry() ? intent.committed(factor) : BigDecimal.ZERO);
    }
    findings.requireEqual(
        reserved, ledger.intents().reserved(), "reserved is what entries reserve");
    BigDecimal summed = ledger.intents().under(factor).committed();
    findings.requireEqual(
        committed.stripTrailingZeros(),
        summed.stripTrailingZeros(),
        "what entries may take of the buying power is summed");
  }

  private static void book(Ledger ledger, Findings findings) {
    Money cost = Money.ZERO;
    for (LedgerHolding holding : ledger.book().holdings().all()) {
      cost = cost.plus(holding.cost());
    }
    findings.requireEqual(cost, ledger.book().holdings().cost(), "what holdings cost is summed");
    List<Lot> lots = ledger.book().lots().all();
    findings.requireEqual(lots.size(), ledger.book().lots().size(), "lots are counted");
  }

  private static void bookings(Ledger ledger, CapitalConfig config, Findings findings) {
    Money used = Money.ZERO;
    for (Bookings.Booking booking : ledger.bookings().sinceSnapshot()) {
      used = used.plus(booking.used());
      ledger
          .account()
          .map(account -> account.asOf().minus(config.times().snapshotGrace()))
          .ifPresent(
              (Instant contained) ->
                  findings.require(
                      booking.at().isAfter(contained),
                      "the snapshot does not contain a booking that is kept",
                      () -> booking + " and " + contained));
    }
    findings.requireEqual(used, ledger.bookings().used(), "filled_since is what bookings use");
  }
}
