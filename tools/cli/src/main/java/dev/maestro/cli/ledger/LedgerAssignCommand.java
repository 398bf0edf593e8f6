package dev.maestro.cli.ledger;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.body.OperatorBody;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro ledger assign}. */
@Command(
    name = "assign",
    description = "Gives what was in the account before Maestro, or a part of it, to a strategy.",
    mixinStandardHelpOptions = true)
final class LedgerAssignCommand implements Callable<Integer> {
  @Mixin private LedgerOptions ledger = new LedgerOptions();

  @Option(names = "--symbol", required = true, paramLabel = "SYMBOL", description = "Of what.")
  private String symbol = "";

  @Option(names = "--strategy", required = true, paramLabel = "ID", description = "To whom.")
  private String strategy = "";

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      description = "Whose weight it counts for (default: named like the strategy).")
  private Optional<String> agent = Optional.empty();

  @Option(names = "--quantity", required = true, paramLabel = "N", description = "How many.")
  private String quantity = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  public Integer call() {
    CommandCode code = ledger.apply(command()).code();
    if (code != CommandCode.ACCEPTED) {
      throw new CommandFailure(refusal(code));
    }
    Terminal.out().println(strategy + " holds " + quantity + " " + symbol + " more.");
    return 0;
  }

  private LedgerCommand command() {
    Map<String, Object> given =
        Map.of(
            "symbol",
            symbol,
            "strategy",
            strategy,
            "agent",
            agent.orElse(strategy),
            "quantity",
            quantity,
            "reason",
            reason);
    try {
      return OperatorBody.assign(Fields.of("", given), TenantOption.actor());
    } catch (UnreadableValueException wrong) {
      throw new UsageException("--" + wrong.getMessage());
    }
  }

  private String refusal(CommandCode code) {
    return switch (code) {
      case NO_POSITION ->
          "NO_POSITION: nobody's holding of "
              + symbol
              + " has less than "
              + quantity
              + ": see './maestro ledger show'";
      case ALREADY_HELD ->
          "ALREADY_HELD: " + strategy + " holds the other side of " + symbol + ": close it first";
      default -> code + ": nothing was assigned";
    };
  }
}
