package dev.maestro.cli.tenant;

import dev.maestro.cli.UsageException;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.StrategyStatus;
import picocli.CommandLine.Command;

/** {@code ./maestro strategy add|list|status}. */
@Command(
    name = "strategy",
    description = "Registers strategies of a tenant and says what they may do.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(add | list | status)",
    subcommands = {
      StrategyAddCommand.class,
      StrategyListCommand.class,
      StrategyStatusCommand.class
    })
public final class StrategyCommand {
  static StrategyId id(String given) {
    return StrategyId.of(given)
        .orElseThrow(
            () ->
                new UsageException(
                    "--strategy must be " + StrategyId.RULE + ", got '" + given + "'"));
  }

  static StrategyStatus status(String option, String given) {
    return Words.read(StrategyStatus.class, given)
        .orElseThrow(
            () ->
                new UsageException(
                    option
                        + " must be "
                        + Words.list(StrategyStatus.class)
                        + ", got '"
                        + given
                        + "'"));
  }
}
