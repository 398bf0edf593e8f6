package dev.maestro.cli.deploy;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      description = "A setting of docs/operations.md, like _PROFILE=STANDARD; may be repeated.")
  private Map<String, String> settings = new TreeMap<>();

  @Option(names = "--dry-run", description = "Prints the script of all steps, and runs none.")
  private boolean isDryRun;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (project.isBlank()) {
      throw new UsageException("--project must name the project of Google Cloud to deploy to");
    }
    String script =
        DeployScript.of(
            DeployTarget.of(project.strip(), region, databaseLocation, flavor, settings));
    if (isDryRun) {
      Terminal.out().print(script);
      return 0;
    }
    return run(script);
  }

  /**
   * Bash holds the whole script before it runs, so that the build may replace this program's own
   * jar meanwhile.
   */
  private static int run(String script) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("maestro.home", ""));
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
