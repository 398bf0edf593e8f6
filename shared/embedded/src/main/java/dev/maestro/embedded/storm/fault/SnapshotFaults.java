package dev.maestro.embedded.storm.fault;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.Snapshot;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import java.time.Duration;
import java.time.Instant;

/** Faults of snapshots. */
final class SnapshotFaults {
  private SnapshotFaults() {}

  static Outcome wipesAtOnce(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome first = CapitalRules.apply(ledger, archive, command, now, config);
    if (!(command instanceof Snapshot snapshot) || first.code() != CommandCode.ACCEPTED) {
      return first;
    }
    Snapshot again =
        new Snapshot(
            snapshot.equity(),
            snapshot.buyingPower(),
            snapshot.asOf().plusNanos(1),
            snapshot.positions());
    TimeLimits times = config.times();
    CapitalConfig hasty =
        new CapitalConfig(
            config.sizing(),
            new TimeLimits(
                times.claimWithin(),
                times.reportWithin(),
                times.accountMaxAge(),
                times.snapshotGrace(),
                Duration.ZERO),
            config.repeatLimit(),
            config.maxGrantsPerMinute(),
            config.maxOpen());
    Instant later = now.plusNanos(1);
    return CapitalRules.apply(first.ledger(), archive, again, later, hasty);
  }

  static Outcome bookedTwice(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    Outcome right = CapitalRules.apply(ledger, archive, command, now, config);
    if (!(command instanceof Snapshot)) {
      return right;
    }
    PositionBook book = right.ledger().book();
    for (LedgerHolding held : right.ledger().book().holdings().all()) {
      boolean isFound =
          held.key().holder().isNobody() && ledger.book().holdings().get(held.key()).isEmpty();
      book = isFound ? book.opened(held) : book;
    }
    return ReportFaults.with(right, right.ledger().withBook(book));
  }

  static Outcome datedOnArrival(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    LedgerCommand heard =
        command instanceof Snapshot snapshot
            ? new Snapshot(snapshot.equity(), snapshot.buyingPower(), now, snapshot.positions())
            : command;
    return CapitalRules.apply(ledger, archive, heard, now, config);
  }
}
