package dev.maestro.engine.claim.account;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import java.util.Optional;

/**
 * An account as a feeder sent it.
 *
 * @param snapshot what the ledger is told, also where it is invalid
 * @param executor who alone may claim; empty: that stays as it is
 * @param shown the fields for cycles and people, exact as they were sent
 * @param fault what makes it invalid; empty: nothing
 */
public record AccountReport(
    LedgerCommand.Snapshot snapshot,
    Optional<String> executor,
    Written shown,
    Optional<UnreadableValueException> fault) {}
