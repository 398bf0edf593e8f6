package dev.maestro.cli.lab;

import picocli.CommandLine.Command;

/** {@code ./maestro lab throttle} and {@code lab ledger}. */
@Command(
    name = "lab",
    description =
        "Simulations of what the rules are worth, and a search for what breaks the ledger.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(throttle | ledger)",
    subcommands = {ThrottleLabCommand.class, LedgerLabCommand.class})
public final class LabCommand {}
