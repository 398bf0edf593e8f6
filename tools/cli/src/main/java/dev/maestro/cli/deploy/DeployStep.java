package dev.maestro.cli.deploy;

import java.util.List;
import java.util.Map;

/**
 * One step of a deployment.
 *
 * @param id unique, as Cloud Build wants it
 * @param builder where Cloud Build runs it
 * @param after the ids of the steps that must be done
 * @param commands for bash, from the root of the project; per flavor, none where nothing is to do
 */
record DeployStep(
    String id, Builder builder, List<String> after, Map<Flavor, List<String>> commands) {
  DeployStep {
    after = List.copyOf(after);
    commands = Map.copyOf(commands);
  }

  /** The same commands in either flavor. */
  static DeployStep of(String id, Builder builder, List<String> after, List<String> commands) {
    return new DeployStep(id, builder, after, Map.of(Flavor.JAR, commands, Flavor.IMAGE, commands));
  }

  /** What to do in a flavor. */
  List<String> in(Flavor flavor) {
    return commands.getOrDefault(flavor, List.of());
  }

  /** True if the flavor makes no difference. */
  boolean isSameInBoth() {
    return in(Flavor.JAR).equals(in(Flavor.IMAGE));
  }
}
