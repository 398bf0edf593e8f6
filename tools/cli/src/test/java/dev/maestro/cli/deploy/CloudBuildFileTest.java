package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** {@code cloudbuild.yaml} as Cloud Build runs it: a step after the other, each with all values. */
class CloudBuildFileTest {
  private static final Map<String, Object> FILE = new Yaml().load(Tree.text("cloudbuild.yaml"));
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(_[A-Z_]+|PROJECT_ID)\\}?");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void cloud_build_makes_the_calls_of_a_workstation(Flavor flavor) throws Exception {
    Path jars = ShippedStrategy.folder(folder.resolve("jars"));
    Map<String, String> values = new TreeMap<>(substitutions());
    values.put("PROJECT_ID", "my-fund");
    values.put("_FLAVOR", flavor.name());
    values.put("_DATABASE_LOCATION", "eur3");
    values.put("_SCHEDULE_SNAPSHOT", "30 1 * * *");
    values.put("_STRATEGIES", jars.toString());
    values.put("_UNSET", "ORCH_PROFILE,MSC_ENABLED");
    String script =
        CommandRun.of(
                "deploy",
                "--project=my-fund",
                "--flavor=" + flavor,
                "--database-location=eur3",
                "--set=_SCHEDULE_SNAPSHOT=30 1 * * *",
                "--strategies=" + jars,
                "--unset=ORCH_PROFILE",
                "--unset=MSC_ENABLED",
                "--dry-run")
            .out();
    FakePrograms workstation = new FakePrograms(folder.resolve("workstation"), "");
    assertThat(workstation.run(script).exitCode()).isZero();
    FakePrograms cloud = new FakePrograms(folder.resolve("cloud"), "");
    cloud.prints(script);
    for (Map<String, Object> step : steps()) {
      Bash run = cloud.run(values, String.valueOf(step.get("script")));
      assertThat(run.exitCode()).as(run.out()).isZero();
    }
    List<String> calls = cloud.calls();
    assertThat(CommandRun.of(words(call(calls, "[maestro][deploy]"))).out()).isEqualTo(script);
    assertThat(calls.stream().filter(call -> !isOfTheFirstStep(call)))
        .containsExactlyInAnyOrderElementsOf(workstation.calls());
  }

  /** What a workstation does not need: programs, and the script itself. */
  private static boolean isOfTheFirstStep(String call) {
    return call.startsWith("[apt-get]") || call.startsWith("[maestro][deploy]");
  }

  @Test
  void the_parts_of_the_steps_are_the_steps_of_the_script_in_order() {
    String script =
        DeployScript.of(DeployTarget.of("my-fund", "europe-west1", "", "jar", Map.of(), List.of()));
    Matcher all = Pattern.compile("set -- (.*)").matcher(script);
    assertThat(all.find()).isTrue();
    List<String> parts =
        steps().stream()
            .flatMap(step -> String.valueOf(step.get("script")).lines())
            .filter(line -> line.startsWith("bash target/deploy.sh "))
            .flatMap(line -> Arrays.stream(line.split(" ", -1)).skip(2))
            .toList();
    assertThat(String.join(" ", parts)).isEqualTo(all.group(1));
  }

  @Test
  void every_substitution_is_used_and_every_used_one_has_a_value() {
    Set<String> used = new HashSet<>();
    Matcher names = VARIABLE.matcher(String.valueOf(FILE.get("steps")));
    while (names.find()) {
      used.add(names.group(1));
    }
    used.remove("PROJECT_ID");
    assertThat(substitutions()).containsOnlyKeys(used);
  }

  @Test
  void what_no_substitution_says_is_as_on_a_workstation() throws Exception {
    Map<String, String> values = new TreeMap<>(substitutions());
    values.put("PROJECT_ID", "my-fund");
    FakePrograms cloud = new FakePrograms(folder, "");
    cloud.prints("");
    cloud.run(values, String.valueOf(steps().get(0).get("script")));
    CommandRun inCloud = CommandRun.of(words(call(cloud.calls(), "[maestro][deploy]")));
    assertThat(inCloud.err()).isEmpty();
    assertThat(inCloud.out())
        .isEqualTo(CommandRun.of("deploy", "--project=my-fund", "--dry-run").out());
  }

  @Test
  void every_script_is_bash_without_a_mistake_of_syntax() throws IOException, InterruptedException {
    for (Map<String, Object> step : steps()) {
      Bash check = Bash.run(Tree.ROOT, Map.of(), String.valueOf(step.get("script")), "-n");
      assertThat(check.out()).as(String.valueOf(step.get("id"))).isEmpty();
      assertThat(check.exitCode()).isZero();
    }
  }

  private static String call(List<String> calls, String start) {
    return calls.stream().filter(call -> call.startsWith(start)).findFirst().orElseThrow();
  }

  /** The words of a call after its program. */
  private static String[] words(String call) {
    String[] words = call.substring(1, call.length() - 1).split("]\\[", -1);
    return Arrays.copyOfRange(words, 1, words.length);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> steps() {
    return (List<Map<String, Object>>) FILE.getOrDefault("steps", List.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> substitutions() {
    return (Map<String, String>) FILE.getOrDefault("substitutions", Map.of());
  }
}
