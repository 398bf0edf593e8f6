package dev.maestro.cli.deploy;

import java.util.List;
import java.util.stream.Collectors;

/** {@code cloudbuild.yaml}: the steps of the plan, side by side where they may. */
final class CloudBuildFile {
  private static final String HEAD =
      """
      # Written by './maestro deploy --cloudbuild > cloudbuild.yaml'; a test keeps the two in step.
      # Runs as the service account maestro-build: see docs/operations.md, Deployment.
      steps:
      """;

  private static final String TAIL =
      """
      timeout: 3600s
      serviceAccount: projects/${PROJECT_ID}/serviceAccounts/maestro-build@${PROJECT_ID}.iam.gserviceaccount.com
      options:
        automapSubstitutions: true
        logging: CLOUD_LOGGING_ONLY
        machineType: E2_HIGHCPU_8
      """;

  private CloudBuildFile() {}

  /** The whole file. */
  static String text() {
    String steps =
        DeployPlan.of(DeployTarget.ofCloudBuild()).stream()
            .map(CloudBuildFile::step)
            .collect(Collectors.joining("\n"));
    return HEAD + steps + "\nsubstitutions:\n" + substitutions() + TAIL;
  }

  private static String step(DeployStep step) {
    String waiting =
        step.after().isEmpty()
            ? ""
            : "    waitFor: ['" + String.join("', '", step.after()) + "']\n";
    return "  - id: "
        + step.id()
        + "\n    name: "
        + step.builder().image()
        + "\n"
        + waiting
        + "    script: |\n"
        + script(step).lines().map(CloudBuildFile::inBlock).collect(Collectors.joining());
  }

  private static String script(DeployStep step) {
    String setUp = step.builder().setUp();
    return "#!/usr/bin/env bash\nset -euo pipefail\n"
        + (setUp.isEmpty() ? "" : setUp + "\n")
        + (step.isSameInBoth() ? lines(step.in(Flavor.JAR)) : choice(step));
  }

  /** Whoever names neither flavor gets neither: the build stops. */
  private static String choice(DeployStep step) {
    return "case \"$_FLAVOR\" in\n"
        + branch(Flavor.JAR, step)
        + branch(Flavor.IMAGE, step)
        + "  *) echo \"_FLAVOR must be jar or image, got '$_FLAVOR'\" >&2; exit 2 ;;\n"
        + "esac\n";
  }

  private static String branch(Flavor flavor, DeployStep step) {
    List<String> commands = step.in(flavor);
    String body =
        commands.isEmpty() ? "echo 'Nothing to do for " + flavor.word() + ".'\n" : lines(commands);
    return "  " + flavor.word() + ")\n" + Shell.indented(Shell.indented(body)) + "    ;;\n";
  }

  private static String lines(List<String> commands) {
    return commands.stream().map(command -> command + "\n").collect(Collectors.joining());
  }

  private static String inBlock(String line) {
    return line.isEmpty() ? "\n" : "      " + line + "\n";
  }

  private static String substitutions() {
    StringBuilder text = new StringBuilder(256);
    text.append("  _REGION: europe-west1\n  _DATABASE_LOCATION: europe-west1\n  _FLAVOR: jar\n");
    for (DeploySetting setting : DeploySetting.values()) {
      text.append("  ")
          .append(setting.substitution())
          .append(": '")
          .append(setting.standard())
          .append("'\n");
    }
    return text.toString();
  }
}
