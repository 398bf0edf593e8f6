package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeployPlanTest {
  private static final DeployTarget TARGET =
      DeployTarget.of("my-fund", "europe-west1", "eur3", Map.of());
  private static final List<DeployStep> PLAN = DeployPlan.of(TARGET);

  @Test
  void every_function_in_the_tree_is_in_the_catalogue_and_the_other_way_round() {
    Set<String> modules =
        Tree.list("functions").stream()
            .filter(folder -> Files.exists(folder.resolve("pom.xml")))
            .map(folder -> folder.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> catalogue =
        Arrays.stream(DeployedFunction.values())
            .map(function -> function.jar().getName(1).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(catalogue).isEqualTo(modules);
  }

  @Test
  void every_function_of_the_catalogue_is_deployed_and_no_other() {
    assertThat(PLAN.stream().map(DeployStep::id).filter(id -> id.startsWith("deploy-")))
        .containsExactlyElementsOf(
            Arrays.stream(DeployedFunction.values()).map(DeployPlan::stepOf).toList());
  }

  @ParameterizedTest
  @EnumSource(DeployedFunction.class)
  void every_entry_point_is_a_class_of_its_module(DeployedFunction function) {
    Path module = Tree.ROOT.resolve(function.jar().subpath(0, 2));
    String source = "src/main/java/" + function.entryPoint().replace('.', '/') + ".java";
    assertThat(module.resolve(source)).isRegularFile();
  }

  @ParameterizedTest
  @EnumSource(DeployedFunction.class)
  void the_image_archives_the_classes_of_every_function(DeployedFunction function) {
    assertThat(Tree.text("tools/deploy/Dockerfile")).contains("  " + function.entryPoint());
  }

  @Test
  void a_step_waits_only_for_steps_above_it() {
    Set<String> above = new HashSet<>(List.of(DeployPlan.AT_ONCE));
    for (DeployStep step : PLAN) {
      assertThat(above).as(step.id()).containsAll(step.after());
      assertThat(above.add(step.id())).as(step.id() + " is there once").isTrue();
    }
  }

  @Test
  void no_function_is_deployed_before_the_tests_passed() {
    DeployStep image = step("image");
    assertThat(image.after()).contains("test");
    for (DeployedFunction function : DeployedFunction.values()) {
      assertThat(step(DeployPlan.stepOf(function)).after()).contains(image.id());
    }
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void only_what_people_call_is_open_to_everybody(Flavor flavor) {
    for (DeployedFunction function : DeployedFunction.values()) {
      String commands = String.join("\n", step(DeployPlan.stepOf(function)).in(flavor));
      assertThat(commands.contains(" --allow-unauthenticated"))
          .as(function.id())
          .isEqualTo(function.trigger() == Trigger.HTTP);
    }
  }

  @ParameterizedTest
  @EnumSource(DeployedFunction.class)
  void both_flavors_have_the_same_limits(DeployedFunction function) {
    DeployStep step = step(DeployPlan.stepOf(function));
    List<String> limits = limits(step.in(Flavor.JAR).get(0));
    assertThat(limits).hasSize(5);
    assertThat(limits(step.in(Flavor.IMAGE).get(0))).isEqualTo(limits);
    if (function != DeployedFunction.STATUS) {
      assertThat(limits).contains("--concurrency=1");
    }
  }

  private static List<String> limits(String command) {
    return Pattern.compile("--(cpu|memory|timeout|max-instances|concurrency)=\\S+")
        .matcher(command)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void an_event_that_failed_comes_again() {
    for (DeployedFunction function : DeployedFunction.values()) {
      boolean isEvent =
          function.trigger() == Trigger.TOPIC || function.trigger() == Trigger.DOCUMENT;
      String command = step(DeployPlan.stepOf(function)).in(Flavor.JAR).get(0);
      assertThat(command.contains(" --retry ")).as(function.id()).isEqualTo(isEvent);
      assertThat(command.contains("--trigger-service-account=")).isEqualTo(isEvent);
    }
  }

  @Test
  void cloudbuild_holds_the_same_steps() {
    assertThat(Tree.text("cloudbuild.yaml"))
        .as("to bring it in step: ./maestro deploy --cloudbuild > cloudbuild.yaml")
        .isEqualTo(CloudBuildFile.text());
  }

  private static DeployStep step(String id) {
    return PLAN.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }
}
