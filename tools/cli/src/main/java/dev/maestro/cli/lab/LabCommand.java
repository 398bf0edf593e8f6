package dev.maestro.cli.lab;

import dev.maestro.cli.replay.CyclesLabCommand;
import picocli.CommandLine.Command;

/** {@code ./maestro lab throttle}, {@code lab ledger} and {@code lab cycles}. */
@Command(
    name = "lab",
    description =
        "Simulations of what the rules are worth, and a search for what breaks the ledger or a"
            + " replay.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(throttle | ledger | cycles)",
    subcommands = {ThrottleLabCommand.class, LedgerLabCommand.class, CyclesLabCommand.class})
public final class LabCommand {}
