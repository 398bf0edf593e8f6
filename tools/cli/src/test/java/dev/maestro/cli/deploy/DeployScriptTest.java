package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree, the table of functions and the commands say the same. */
class DeployScriptTest {
  private static final Pattern BODY =
      Pattern.compile("^(\\S+)\\(\\) \\{\n(.*?)^}$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LIMIT =
      Pattern.compile("--(cpu|memory|timeout|max-instances|concurrency)=\\S+");

  static List<DeployedFunction> functions() {
    return FunctionTable.all();
  }

  @Test
  void every_function_in_the_tree_is_in_the_table_and_the_other_way_round() {
    Set<String> modules =
        Tree.list("functions").stream()
            .filter(folder -> Files.exists(folder.resolve("pom.xml")))
            .map(folder -> folder.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(functions().stream().map(DeployedFunction::module).distinct())
        .containsExactlyInAnyOrderElementsOf(modules);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void every_entry_point_is_a_class_of_its_module(DeployedFunction function) {
    Path module = Tree.ROOT.resolve(function.jar().subpath(0, 2));
    String source = "src/main/java/" + function.entryPoint().replace('.', '/') + ".java";
    assertThat(module.resolve(source)).isRegularFile();
  }

  /** An entry point is what the functions framework may call. */
  @Test
  void every_entry_point_in_the_tree_is_in_the_table() throws IOException {
    try (Stream<Path> files = Files.walk(Tree.ROOT.resolve("functions"))) {
      List<String> names =
          files
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith("Function.java"))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(functions())
          .extracting(function -> function.entryPoint().replaceAll(".*\\.", ""))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void every_function_of_the_table_is_deployed_and_no_other() {
    for (Flavor flavor : Flavor.values()) {
      Map<String, String> bodies = bodies(flavor);
      List<String> deployments = functions().stream().map(DeployScript::stepOf).toList();
      assertThat(bodies.keySet().stream().filter(name -> name.startsWith("deploy-")))
          .containsExactlyInAnyOrderElementsOf(deployments);
      assertThat(bodies.get("step-functions"))
          .isEqualTo("  together " + String.join(" ", deployments) + "\n");
    }
  }

  @Test
  void the_image_archives_the_classes_of_every_function() throws Exception {
    String file = Tree.text("tools/deploy/Dockerfile");
    Matcher table = Pattern.compile("COPY (\\S+/functions\\.txt) ").matcher(file);
    Matcher question = Pattern.compile("\\$\\((awk .*)\\)").matcher(file);
    assertThat(table.find() && question.find()).isTrue();
    Path folder = Tree.ROOT.resolve(table.group(1)).resolve("..").normalize();
    assertThat(Bash.run(folder, Map.of(), question.group(1)).out().lines())
        .containsExactlyElementsOf(functions().stream().map(DeployedFunction::entryPoint).toList());
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void no_function_is_deployed_before_the_tests_passed_and_the_rules_are_closed(Flavor flavor) {
    String script = script(flavor);
    assertThat(script.lines().filter(line -> line.startsWith("[ \"$#\" -gt 0 ]")))
        .singleElement()
        .asString()
        .endsWith(
            "-- ready test strategies image rules topics functions events grants schedules hosting"
                + " smoke");
    assertThat(bodies(flavor)).containsEntry("step-test", "  ./maestro test\n");
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void only_what_people_call_is_open_to_everybody(Flavor flavor) {
    for (DeployedFunction function : functions()) {
      assertThat(deployment(function, flavor)).doesNotContain(" --allow-unauthenticated");
      assertThat(deployment(function, flavor).contains("--no-invoker-iam-check"))
          .as(function.id())
          .isEqualTo(function.trigger() == Trigger.HTTP);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_jar_runs_on_the_functions_framework_that_was_tested(DeployedFunction function) {
    assertThat(deployment(function, Flavor.JAR))
        .contains("--set-build-env-vars=USE_JAVA_FF_2=true");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void both_flavors_have_the_limits_of_the_table(DeployedFunction function) {
    assertThat(limits(deployment(function, Flavor.JAR)))
        .containsExactly(
            "--cpu=1",
            "--memory=512Mi",
            "--timeout=" + function.limits().timeout(),
            "--max-instances=" + function.limits().instances(),
            "--concurrency=" + function.limits().concurrency())
        .isEqualTo(limits(deployment(function, Flavor.IMAGE)));
    if (function.trigger() != Trigger.HTTP) {
      assertThat(function.limits().concurrency()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void both_flavors_have_the_trigger_of_the_table(DeployedFunction function) {
    String source =
        switch (function.trigger()) {
          case HTTP, SCHEDULE -> "";
          case TOPIC, DOCUMENT -> function.source();
        };
    assertThat(deployment(function, Flavor.JAR)).contains(source);
    assertThat(deployment(function, Flavor.IMAGE)).contains(source);
    if (function.trigger() == Trigger.SCHEDULE) {
      assertThat(bodies(Flavor.JAR).get("step-schedules"))
          .contains("maestro-" + function.id() + " ")
          .contains("--schedule='" + function.source() + "'");
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void an_event_that_failed_comes_again(DeployedFunction function) {
    String command = deployment(function, Flavor.JAR);
    assertThat(command.contains(" --retry ")).isEqualTo(!function.isCalled());
    assertThat(command.contains("--trigger-service-account=")).isEqualTo(!function.isCalled());
  }

  private static List<String> limits(String command) {
    return LIMIT.matcher(command).results().map(MatchResult::group).toList();
  }

  private static String deployment(DeployedFunction function, Flavor flavor) {
    return bodies(flavor).getOrDefault(DeployScript.stepOf(function), "");
  }

  /** The bodies of the script's functions by their names. */
  private static Map<String, String> bodies(Flavor flavor) {
    return BODY.matcher(script(flavor))
        .results()
        .collect(Collectors.toMap(body -> body.group(1), body -> body.group(2)));
  }

  private static String script(Flavor flavor) {
    return DeployScript.of(
        DeployTarget.of("my-fund", "europe-west1", "eur3", flavor.name(), Map.of(), List.of()));
  }
}
