package dev.maestro.cli.deploy;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.market.host.StrategyJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro deploy}: runs the script whose steps Cloud Build runs, too. */
@Command(
    name = "deploy",
    description = "Tests, builds and deploys everything to a project of Google Cloud.",
    mixinStandardHelpOptions = true)
public final class DeployCommand implements Callable<Integer> {
  @Option(names = "--project", paramLabel = "P", description = "The id of the project.")
  private String project = "";

  @Option(
      names = "--region",
      paramLabel = "R",
      description = "Where functions and jobs run (default: ${DEFAULT-VALUE}).",
      defaultValue = "europe-west1")
  private String region = "";

  @Option(
      names = "--database-location",
      paramLabel = "L",
      description = "Where Firestore is (default: the region).")
  private String databaseLocation = "";

  @Option(
      names = "--flavor",
      paramLabel = "F",
      description = "jar: each function from its jar; image: all from one container of ours.",
      defaultValue = "jar")
  private String flavor = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of docs/operations.md, like ORCH_PROFILE=STANDARD; may be repeated. It is"
              + " remembered in deployments/PROJECT.settings.")
  private Map<String, String> settings = new TreeMap<>();

  @Option(
      names = "--unset",
      paramLabel = "NAME",
      split = ",",
      description = "Takes a setting away again; may be repeated.")
  private List<String> unset = new ArrayList<>();

  @Option(
      names = "--strategies",
      paramLabel = "DIR",
      description =
          "Ships the jars of a folder with conduct: docs/strategies.md; --set _STRATEGIES=DIR. A"
              + " relative one is below the root of the project.")
  private String strategies = "";

  @Option(names = "--dry-run", description = "Prints the script of all steps, and runs none.")
  private boolean isDryRun;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (project.isBlank()) {
      throw new UsageException("--project must name the project of Google Cloud to deploy to");
    }
    Path root = Path.of(System.getProperty("maestro.home", ""));
    SettingsFile remembered = SettingsFile.of(root, project.strip());
    List<String> taken = unset.stream().filter(name -> !name.isBlank()).toList();
    Map<String, String> given = given(remembered, taken);
    DeployTarget target =
        DeployTarget.of(project.strip(), region, databaseLocation, flavor, given, taken);
    checkJars(root, target);
    String script = DeployScript.of(target);
    if (isDryRun) {
      Terminal.out().print(script);
      return 0;
    }
    remembered.write(given);
    return run(root, script);
  }

  /** What was remembered, without what is taken away, under what is given now. */
  private Map<String, String> given(SettingsFile remembered, List<String> taken)
      throws IOException {
    Map<String, String> given = remembered.read();
    taken.forEach(given::remove);
    settings.forEach(
        (name, value) -> {
          if (DeploySetting.isVariable(name) || !value.isBlank()) {
            given.put(name, value);
          }
        });
    if (!strategies.isBlank()) {
      given.put(DeploySetting.STRATEGIES, strategies.strip());
    }
    return given;
  }

  /** What conduct would not load is found before anything is deployed. */
  private static void checkJars(Path root, DeployTarget target) {
    if (!target.strategies().isEmpty()) {
      List<String> faults = StrategyJars.in(root.resolve(target.strategies())).faults();
      if (!faults.isEmpty()) {
        throw new InvalidConfigurationException(faults);
      }
    }
  }

  /**
   * Bash holds the whole script before it runs, so that the build may replace this program's own
   * jar meanwhile.
   */
  private static int run(Path root, String script) throws IOException, InterruptedException {
    Path file = root.resolve("target/deploy.sh").toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Process bash;
    try {
      bash =
          new ProcessBuilder("bash", file.toString())
              .directory(root.toAbsolutePath().toFile())
              .inheritIO()
              .start();
    } catch (IOException missing) {
      throw new CommandFailure("bash cannot be started: install it, or put it on the PATH");
    }
    return bash.waitFor() == 0 ? 0 : 1;
  }
}
