package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.ledger.Ledger;
import java.time.Instant;

/**
 * A command that was run on what a transaction had read.
 *
 * @param before the ledger that it found, under the switch that it read
 * @param at the time it took itself for
 */
public record Ran(Ledger before, LedgerCommand command, Outcome outcome, Instant at) {
  /** True if there is something to write. */
  public boolean isWriting() {
    return outcome.ledger().version() != before.version();
  }
}
