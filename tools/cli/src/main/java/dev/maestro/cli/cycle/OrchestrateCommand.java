package dev.maestro.cli.cycle;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleOutcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro orchestrate --input FILE}: one cycle, the pure function, its record as JSON. */
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
      CycleFile file = new CycleFile(JsonText.readFile(input));
      outcome = Cycle.run(file.input(), file.settings());
    } catch (IllegalArgumentException unreadable) {
      throw new UsageException(input + ": " + unreadable.getMessage());
    }
    Terminal.out().println(outcome.record().json());
    Terminal.err().println(outcome.summary());
    return 0;
  }
}
