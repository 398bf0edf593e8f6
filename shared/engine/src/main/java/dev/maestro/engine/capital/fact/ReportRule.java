package dev.maestro.engine.capital.fact;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.TokenHash;
import java.util.Optional;

/** The report of the executor to whom the intent was granted. */
public final class ReportRule {
  private ReportRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Report report) {
    Optional<Intent> known = work.intent(report.intent());
    if (known.isEmpty()) {
      return work.end(CommandCode.UNKNOWN_INTENT);
    }
    Optional<TokenHash> owner = known.get().token();
    if (owner.isEmpty()) {
      return work.end(CommandCode.NOT_CLAIMED);
    }
    if (!owner.get().equals(TokenHash.of(report.token()))) {
      return work.end(CommandCode.WRONG_TOKEN);
    }
    return FillReport.take(
        work,
        known.get(),
        report.figures(),
        report.filledAt(),
        report.isFinal(),
        work.ledger().executor());
  }
}
