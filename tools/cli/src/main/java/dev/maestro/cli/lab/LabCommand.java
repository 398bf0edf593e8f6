package dev.maestro.cli.lab;

import picocli.CommandLine.Command;

/** {@code ./maestro lab throttle}. */
@Command(
    name = "lab",
    description = "Simulations of what the rules are worth.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(throttle)",
    subcommands = {ThrottleLabCommand.class})
public final class LabCommand {}
