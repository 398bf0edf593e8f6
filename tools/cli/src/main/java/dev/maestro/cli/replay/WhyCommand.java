package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.archive.UnusableArchiveException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.why.StrategyWhy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro why DECISION STRATEGY --tenant T}: the smallest change that flips it. */
@Command(
    name = "why",
    description =
        "For every signal of a strategy that a decision denied or cut: per reason the smallest"
            + " change of one limit or input that would have lifted it, found by deciding the"
            + " stored cycle again.",
    mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
  @Mixin private StoredDecisionOptions options = new StoredDecisionOptions();

  @Parameters(index = "1", paramLabel = "STRATEGY", description = "Its id.")
  private String strategy = "";

  @Option(names = "--json", description = "Print JSON instead of lines.")
  private boolean json;

  @Override
  public Integer call() {
    StrategyId asked =
        StrategyId.of(strategy)
            .orElseThrow(
                () ->
                    new UsageException(
                        "STRATEGY must be 1 to 64 of letters, digits, _ . -, got " + strategy));
    StoredDecision stored = options.load();
    try {
      StrategyWhy why = StrategyWhy.of(stored, asked, EngineVersion.CURRENT);
      if (json) {
        Terminal.out().println(JsonText.write(StrategyWhy.VIEW.written(why)));
      } else {
        why.lines().forEach(Terminal.out()::println);
      }
      return 0;
    } catch (UnusableArchiveException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()));
    }
  }
}
