package dev.maestro.embedded.storm.fault;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.book.Lots;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.Report;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Bookings;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of reports and closes. */
final class ReportFaults {
  private ReportFaults() {}

  static Outcome doubleRelease(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome right = CapitalRules.apply(ledger, archive, command, now, config);
    Optional<Intent> before =
        command instanceof Report report
            ? ledger.intents().get(report.intent()).filter(Intent::isEntry)
            : Optional.empty();
    boolean hasEnded =
        before.filter(open -> right.ledger().intents().get(open.nonce()).isEmpty()).isPresent();
    if (!hasEnded || right.ledger().account().isEmpty()) {
      return right;
    }
    BrokerAccount account = right.ledger().account().get();
    BrokerAccount richer =
        new BrokerAccount(
            account.equity(),
            account.buyingPower().plus(before.get().reserved()),
            account.asOf(),
            account.refusedSince());
    return with(right, right.ledger().withAccount(richer));
  }

  static Outcome filledAtAsBookedAt(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome right = CapitalRules.apply(ledger, archive, command, now, config);
    List<Bookings.Booking> booked = right.ledger().bookings().sinceSnapshot();
    boolean isNew = booked.size() > ledger.bookings().sinceSnapshot().size();
    if (!isNew || !(command instanceof Report report)) {
      return right;
    }
    List<Bookings.Booking> dated = new ArrayList<>(booked);
    Bookings.Booking last = dated.remove(dated.size() - 1);
    boolean isContained =
        right
            .ledger()
            .account()
            .map(account -> account.asOf().minus(config.times().snapshotGrace()))
            .filter(contained -> !report.filledAt().isAfter(contained))
            .isPresent();
    if (!isContained) {
      dated.add(new Bookings.Booking(last.symbol(), report.filledAt(), last.used()));
    }
    return with(right, right.ledger().withBookings(Bookings.of(dated)));
  }

  static Outcome withoutFees(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    LedgerCommand heard =
        command instanceof Report report
            ? new Report(
                report.intent(),
                report.token(),
                report
                    .figures()
                    .map(said -> new FilledSoFar(said.quantity(), said.notional(), Money.ZERO)),
                report.filledAt(),
                report.isFinal())
            : command;
    return CapitalRules.apply(ledger, archive, heard, now, config);
  }

  static Outcome figuresAdded(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    LedgerCommand heard = command;
    if (command instanceof Report report) {
      FilledSoFar known =
          ledger.intents().get(report.intent()).map(Intent::filled).orElse(FilledSoFar.NOTHING);
      heard =
          new Report(
              report.intent(),
              report.token(),
              report
                  .figures()
                  .map(
                      said ->
                          new FilledSoFar(
                              known.quantity().plus(said.quantity()),
                              known.notional().plus(said.notional()),
                              known.fees().plus(said.fees()))),
              report.filledAt(),
              report.isFinal());
    }
    return CapitalRules.apply(ledger, archive, heard, now, config);
  }

  static Outcome withoutLots(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    boolean takesLots = command instanceof Report || command instanceof LedgerCommand.Close;
    if (!takesLots) {
      return CapitalRules.apply(ledger, archive, command, now, config);
    }
    PositionBook book = new PositionBook(ledger.book().holdings(), Lots.NONE);
    Outcome blind = CapitalRules.apply(ledger.withBook(book), archive, command, now, config);
    PositionBook after = new PositionBook(blind.ledger().book().holdings(), ledger.book().lots());
    return with(blind, blind.ledger().withBook(after));
  }

  static Outcome with(Outcome outcome, Ledger ledger) {
    return new Outcome(ledger, outcome.answer(), outcome.effects());
  }
}
