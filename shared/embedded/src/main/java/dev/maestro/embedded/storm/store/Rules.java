package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.command.Archive;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.ledger.Ledger;
import java.time.Instant;

/** The rules of the ledger: the engine's, or those with a fault planted in them. */
@FunctionalInterface
public interface Rules {
  /** Runs one command. */
  Outcome apply(
      Ledger ledger, Archive archive, LedgerCommand command, Instant now, CapitalConfig config);
}
