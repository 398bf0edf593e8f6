package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code cloudbuild.yaml} as Cloud Build reads it. */
class CloudBuildFileTest {
  private static final Map<String, Object> FILE = new Yaml().load(Tree.text("cloudbuild.yaml"));
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(_[A-Z_]+|PROJECT_ID)\\}?");

  @Test
  void each_step_runs_the_commands_of_the_plan() {
    List<DeployStep> plan = DeployPlan.of(DeployTarget.ofCloudBuild());
    assertThat(steps()).extracting(step -> step.get("id")).hasSameSizeAs(plan);
    for (int i = 0; i < plan.size(); i++) {
      String script = unindented(String.valueOf(steps().get(i).get("script")));
      assertThat(steps().get(i).get("id")).isEqualTo(plan.get(i).id());
      for (Flavor flavor : Flavor.values()) {
        for (String command : plan.get(i).in(flavor)) {
          assertThat(script).contains(unindented(command));
        }
      }
    }
  }

  @Test
  void every_substitution_is_used_and_every_used_one_has_a_value() {
    Set<String> used = new HashSet<>();
    Matcher names = VARIABLE.matcher(String.valueOf(FILE.get("steps")));
    while (names.find()) {
      used.add(names.group(1));
    }
    used.remove("PROJECT_ID");
    assertThat(FILE.get("substitutions"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
        .containsOnlyKeys(used);
  }

  @Test
  void every_script_is_bash_without_a_mistake_of_syntax() throws IOException, InterruptedException {
    for (Map<String, Object> step : steps()) {
      String script = String.valueOf(step.get("script"));
      assertThat(script).startsWith("#!/usr/bin/env bash\nset -euo pipefail\n");
      Bash check = Bash.run(Tree.ROOT, Map.of(), script, "-n");
      assertThat(check.out()).as(String.valueOf(step.get("id"))).isEmpty();
      assertThat(check.exitCode()).isZero();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> steps() {
    return (List<Map<String, Object>>) FILE.getOrDefault("steps", List.of());
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
  }
}
