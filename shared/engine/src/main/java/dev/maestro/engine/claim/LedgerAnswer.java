package dev.maestro.engine.claim;

import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import java.util.Optional;

/**
 * What a stored ledger answers.
 *
 * @param intent the one that the command names, as it is afterwards; empty if there is none
 */
public record LedgerAnswer(CommandAnswer answer, Optional<KeptIntent> intent) {
  /** The code alone. */
  public CommandCode code() {
    return answer.code();
  }
}
