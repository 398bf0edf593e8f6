package dev.maestro.engine.capital.drift;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.name.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes the account as the broker shows it, and holds the ledger against it. */
public final class SnapshotRule {
  private SnapshotRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Snapshot snapshot) {
    Duration grace = work.config().times().snapshotGrace();
    if (snapshot.asOf().isAfter(work.now().plus(grace))) {
      return work.end(CommandCode.FROM_FUTURE);
    }
    Instant asOf = snapshot.asOf().isAfter(work.now()) ? work.now() : snapshot.asOf();
    if (work.ledger().account().filter(known -> !asOf.isAfter(known.asOf())).isPresent()) {
      return work.end(CommandCode.STALE);
    }
    if (!isValid(snapshot)) {
      work.ledger()
          .account()
          .ifPresent(known -> work.change(ledger -> ledger.withAccount(known.refused())));
      return work.end(CommandCode.INVALID_SNAPSHOT);
    }
    BrokerAccount account =
        new BrokerAccount(
            snapshot.equity().orElseThrow(), snapshot.buyingPower().orElseThrow(), asOf, false);
    work.change(
        ledger ->
            ledger.withAccount(account).withBookings(ledger.bookings().after(asOf.minus(grace))));
    List<Symbol> drift =
        snapshot.positions().map(shown -> Comparison.run(work, shown, asOf)).orElse(List.of());
    return work.end(CommandCode.ACCEPTED, new AnswerDetail.Compared(drift));
  }

  private static boolean isValid(LedgerCommand.Snapshot snapshot) {
    return snapshot.equity().isPresent()
        && snapshot.buyingPower().isPresent()
        && snapshot.positions().orElse(List.of()).stream().allMatch(ShownPosition::isValid);
  }
}
