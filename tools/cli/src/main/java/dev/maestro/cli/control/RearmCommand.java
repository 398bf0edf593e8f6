package dev.maestro.cli.control;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.cli.ledger.LedgerOptions;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.body.OperatorBody;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.NearestName;
import dev.maestro.firestore.tenant.StrategyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro rearm STRATEGY}. */
@Command(
    name = "rearm",
    description = "Lets a strategy enter again that was suspended.",
    mixinStandardHelpOptions = true)
public final class RearmCommand implements Callable<Integer> {
  @Mixin private LedgerOptions ledger = new LedgerOptions();

  @Parameters(index = "0", paramLabel = "STRATEGY", description = "Its id.")
  private String strategy = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What was looked at.")
  private String reason = "";

  @Override
  public Integer call() {
    LedgerCommand.Rearm rearm = rearm();
    CommandCode code = ledger.apply(rearm).code();
    switch (code) {
      case ACCEPTED -> Terminal.out().println(strategy + " may enter again.");
      case UNCHANGED -> {
        requireKnown();
        Terminal.out().println(strategy + " was not suspended.");
      }
      default -> throw new CommandFailure(code + ": nothing was changed");
    }
    return 0;
  }

  private void requireKnown() {
    List<String> known =
        ledger.with(firestore -> new StrategyStore(firestore).ids(ledger.tenant()));
    if (!known.contains(strategy)) {
      throw new CommandFailure(
          "there is no strategy " + strategy + NearestName.mend(strategy, known));
    }
  }

  private LedgerCommand.Rearm rearm() {
    Map<String, Object> given = Map.of("strategy", strategy, "reason", reason);
    try {
      return OperatorBody.rearm(Fields.of("", given), TenantOption.actor());
    } catch (UnreadableValueException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }
}
