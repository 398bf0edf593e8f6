package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.ledger.Ledger;

/**
 * What became of a command.
 *
 * @param ledger the same value as before where nothing changed
 */
public record Outcome(Ledger ledger, CommandAnswer answer, Effects effects) {
  /** The code alone. */
  public CommandCode code() {
    return answer.code();
  }
}
