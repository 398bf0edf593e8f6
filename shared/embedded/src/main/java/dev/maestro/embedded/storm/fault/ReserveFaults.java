package dev.maestro.embedded.storm.fault;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.rule.CapitalRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Faults of reservations. */
final class ReserveFaults {
  private ReserveFaults() {}

  static Outcome withoutTolerance(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    boolean isGate =
        command instanceof LedgerCommand.Reserve || command instanceof LedgerCommand.Claim;
    SizingLimits limits = config.sizing();
    CapitalConfig tight =
        new CapitalConfig(
            new SizingLimits(
                BigDecimal.ZERO,
                limits.priceCollarPct(),
                limits.minStopPct(),
                limits.assumedStopPct(),
                limits.maxSymbolExposurePct(),
                limits.maxOrderNotional(),
                limits.minOrderNotional()),
            config.times(),
            config.repeatLimit(),
            config.maxGrantsPerMinute(),
            config.maxOpen());
    return CapitalRules.apply(ledger, archive, command, now, isGate ? tight : config);
  }

  static Outcome nonceForgotten(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    boolean isNew =
        command instanceof LedgerCommand.Reserve || command instanceof LedgerCommand.Exit;
    return CapitalRules.apply(ledger, isNew ? Archive.EMPTY : archive, command, now, config);
  }

  /** Both where it is reserved and where it is claimed: other exits are not there. */
  static Outcome inFlightIgnored(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config) {
    boolean isExit =
        command instanceof LedgerCommand.Exit
            || (command instanceof LedgerCommand.Claim claim
                && ledger.intents().get(claim.intent()).filter(Intent::isExit).isPresent());
    if (!isExit) {
      return CapitalRules.apply(ledger, archive, command, now, config);
    }
    OpenIntents own = OpenIntents.none(config.sizing().overfillFactor());
    for (Intent intent :
        ledger
            .intents()
            .where(each -> each.isEntry() || command.nonce().equals(Optional.of(each.nonce())))) {
      own = own.with(intent);
    }
    Outcome blind = CapitalRules.apply(ledger.withIntents(own), archive, command, now, config);
    OpenIntents after = blind.ledger().intents();
    for (Intent exit : ledger.intents().where(Intent::isExit)) {
      after = command.nonce().equals(Optional.of(exit.nonce())) ? after : after.with(exit);
    }
    boolean isDone = blind.code() == CommandCode.RESERVED || blind.code() == CommandCode.GRANTED;
    return isDone
        ? ReportFaults.with(blind, blind.ledger().withIntents(after))
        : CapitalRules.apply(ledger, archive, command, now, config);
  }
}
