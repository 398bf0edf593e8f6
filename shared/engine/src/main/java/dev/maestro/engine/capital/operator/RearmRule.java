package dev.maestro.engine.capital.operator;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;

/** A person has looked at a suspended strategy and lets it enter again. */
public final class RearmRule {
  private RearmRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Rearm rearm) {
    if (rearm.reason().isBlank()) {
      return work.end(CommandCode.INVALID);
    }
    if (!work.ledger().restrictions().isSuspended(rearm.strategy())) {
      return work.end(CommandCode.UNCHANGED);
    }
    work.change(
        ledger -> ledger.withRestrictions(ledger.restrictions().rearming(rearm.strategy())));
    return work.end(CommandCode.ACCEPTED);
  }
}
