package dev.maestro.cli.ledger;

import picocli.CommandLine.Command;

/** {@code ./maestro ledger ...}. */
@Command(
    name = "ledger",
    description = "What was promised and what is held: show, verify, assign.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {LedgerShowCommand.class, LedgerVerifyCommand.class, LedgerAssignCommand.class})
public final class LedgerGroup {}
