package dev.maestro.cli.value;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantChoice;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.value.TwinValue;
import dev.maestro.engine.twin.value.TwinValueView;
import dev.maestro.firestore.twin.StoredTwins;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro value [--tenant T | decisions.jsonl]}. */
@Command(
    name = "value",
    description =
        "What weights, throttle, override and policy were worth: five books on paper with the same"
            + " signals, prices and costs, each with one thing of Maestro more.",
    mixinStandardHelpOptions = true)
public final class ValueCommand implements Callable<Integer> {
  /** Where the demo leaves its log. */
  private static final Path DEMO = Path.of("target", "demo", "decisions.jsonl");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LOG",
      description =
          "A log that the demo wrote, with its twin.json beside it (default:"
              + " target/demo/decisions.jsonl).")
  private Optional<Path> log = Optional.empty();

  @Mixin private TenantChoice tenant = new TenantChoice();

  @Option(names = "--json", description = "Print one JSON object, with every trade.")
  private boolean json;

  @Override
  public Integer call() {
    if (log.isPresent() && tenant.isGiven()) {
      throw new UsageException("name either a log or a tenant with --tenant");
    }
    TwinState twin =
        tenant.isGiven()
            ? stored()
            : TwinFile.read(
                log.orElse(Path.of(System.getProperty("maestro.home", ".")).resolve(DEMO)));
    TwinValue value = TwinValue.of(twin);
    if (json) {
      Terminal.out().println(JsonText.write(TwinValueView.FULL.written(value)));
    } else {
      ValueTable.lines(value).forEach(Terminal.out()::println);
    }
    return 0;
  }

  private TwinState stored() {
    return tenant.with(
        (firestore, id) ->
            new StoredTwins(firestore)
                .find(id)
                .orElseThrow(
                    () ->
                        new CommandFailure(
                            "tenant " + id + " has no twin yet: its first cycle begins one")));
  }
}
