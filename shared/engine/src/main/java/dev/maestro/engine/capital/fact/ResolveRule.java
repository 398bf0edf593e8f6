package dev.maestro.engine.capital.fact;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import java.util.Optional;

/** An operator says what became of an order whose executor fell silent: a final report. */
public final class ResolveRule {
  private ResolveRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Resolve resolve) {
    Optional<Intent> known = work.intent(resolve.intent());
    if (known.isEmpty()) {
      return work.end(CommandCode.UNKNOWN_INTENT);
    }
    if (known.get().state() != IntentState.UNKNOWN) {
      return work.end(CommandCode.NOT_UNKNOWN);
    }
    if (resolve.reason().isBlank()) {
      return work.end(CommandCode.INVALID_REPORT);
    }
    return FillReport.take(
        work, known.get(), resolve.figures(), resolve.filledAt(), true, resolve.by());
  }
}
