package dev.maestro.cli.deploy;

import java.util.List;
import java.util.Locale;

/** A deployment as a bash script that runs from the root of the project. */
final class DeployScript {
  private DeployScript() {}

  /**
   * All commands, in order; the script stops at the first that fails and says in which step it
   * stood.
   */
  static String of(List<DeployStep> steps, Flavor flavor) {
    List<DeployStep> todo = steps.stream().filter(step -> !step.in(flavor).isEmpty()).toList();
    StringBuilder script = new StringBuilder(512);
    script.append("#!/usr/bin/env bash\nset -euo pipefail\n");
    script.append("trap 'echo \"maestro: the deployment stopped in step $step\" >&2' ERR\n");
    for (int i = 0; i < todo.size(); i++) {
      DeployStep step = todo.get(i);
      script.append(
          String.format(
              Locale.ROOT,
              "%nstep='%d of %d, %s' && echo \"== $step\"%n",
              i + 1,
              todo.size(),
              step.id()));
      step.in(flavor).forEach(command -> script.append(command).append('\n'));
    }
    return script.toString().replace(System.lineSeparator(), "\n");
  }
}
