package dev.maestro.cli.cycle;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.cycle.CycleOutcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro orchestrate --input FILE}: one cycle as it is deployed, its record as JSON. */
@Command(
    name = "orchestrate",
    description = "Decides one cycle from a file and prints the record that would be stored.",
    mixinStandardHelpOptions = true)
public final class OrchestrateCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Everything the cycle knows, as one JSON object (docs/data-model.md).")
  private Path input = Path.of("");

  @Override
  public Integer call() {
    CycleOutcome outcome;
    try {
      outcome = decided(CycleFile.conduct(JsonText.readFile(input)));
    } catch (IllegalArgumentException unreadable) {
      throw new UsageException(input + ": " + unreadable.getMessage());
    }
    Terminal.out().println(outcome.record().json());
    Terminal.err().println(outcome.summary());
    return 0;
  }

  private CycleOutcome decided(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Decided decided) {
      return decided.commit().outcome();
    }
    throw new UsageException(
        input
            + ": "
            + (conclusion instanceof Conclusion.Refused refused
                ? refused.why()
                : "the slot is more than two intervals older than now, so nobody decides it"));
  }
}
