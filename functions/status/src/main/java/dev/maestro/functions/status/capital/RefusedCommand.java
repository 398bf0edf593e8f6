package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.functions.status.http.Problem;
import java.util.Optional;

/** What a refusal says of the command that it refuses: which field, and what its sender does. */
final class RefusedCommand {
  private static final String AS_OF = "as_of";

  private RefusedCommand() {}

  /** In the words for this command, where the code alone says less. */
  static Problem problem(Refusal refusal, LedgerCommand command, LedgerAnswer answer) {
    if (command instanceof LedgerCommand.Report report && refusal == Refusal.INVALID_REPORT) {
      return refusal.at(figure(report, answer.intent()), refusal.detail());
    }
    if (command instanceof LedgerCommand.Snapshot
        && (refusal == Refusal.STALE || refusal == Refusal.FROM_FUTURE)) {
      return refusal.at(AS_OF, refusal.detail());
    }
    return words(refusal, command).map(refusal::because).orElseGet(refusal::problem);
  }

  private static Optional<String> words(Refusal refusal, LedgerCommand command) {
    if (refusal == Refusal.NO_POSITION && command instanceof LedgerCommand.Assign) {
      return Optional.of(
          "nobody's holding of the symbol is smaller than that: only what no strategy holds can be"
              + " assigned");
    }
    if (refusal == Refusal.NO_POSITION && command instanceof LedgerCommand.Claim) {
      return Optional.of("send nothing: nothing of it is left to close");
    }
    return refusal == Refusal.NONCE_CONFLICT && command instanceof LedgerCommand.Close
        ? Optional.of(
            "nothing is booked: the id belongs to a close with other figures; every close has an id"
                + " of its own")
        : Optional.empty();
  }

  /** The first figure that cannot follow what is known. */
  private static String figure(LedgerCommand.Report report, Optional<KeptIntent> kept) {
    FilledSoFar known = kept.map(intent -> intent.intent().filled()).orElse(FilledSoFar.NOTHING);
    FilledSoFar said = report.figures().orElse(FilledSoFar.NOTHING);
    return said.quantity().compareTo(known.quantity()) < 0 ? "filled_quantity" : "filled_notional";
  }
}
