package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "X", "short", "My-Fund", "1fund-of-mine", "my-fund-", "my fund", "a;rm -rf x"})
  void a_bad_project_is_wrong_usage_in_one_sentence(String project) {
    CommandRun run = CommandRun.of("deploy", "--project", project, "--dry-run");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: --project must ").hasLineCount(1);
  }

  @Test
  void a_bad_region_is_wrong_usage_in_one_sentence() {
    CommandRun run = CommandRun.of("deploy", "--project=my-fund", "--region=$(x)", "--dry-run");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("maestro: --region must ").hasLineCount(1);
  }

  @Test
  void a_bad_flavor_is_wrong_usage_in_one_sentence() {
    CommandRun run = CommandRun.of("deploy", "--project=my-fund", "--flavor=", "--dry-run");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("maestro: --flavor must be jar or image; got ''\n");
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void the_printed_commands_run_in_bash_as_they_stand(Flavor flavor) throws Exception {
    FakePrograms programs = new FakePrograms(folder, "case \"$*\" in *describe*) exit 1 ;; esac");
    Bash run = programs.run(dryRun(flavor));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(String.join("\n", programs.calls()))
        .startsWith("[ready.sh]")
        .contains("[maestro][test]")
        .contains("[--schedule=*/5 * * * *]")
        .contains("document=users/{uid}/tradeJournal/{tradeId}]")
        .contains("database=(default)]")
        .contains("[smoke.sh]");
  }

  @Test
  void the_image_that_is_deployed_is_the_one_pushed_to_this_project() throws Exception {
    FakePrograms programs = new FakePrograms(folder, "");
    Bash run = programs.run(dryRun(Flavor.IMAGE));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(String.join("\n", programs.calls()))
        .contains("[--image=europe-west1-docker.pkg.dev/my-fund/maestro/functions@sha256:my-fund]")
        .doesNotContain("sha256:another");
  }

  @Test
  void the_first_step_that_fails_is_the_last_and_is_named() throws Exception {
    FakePrograms programs =
        new FakePrograms(folder, "case \"$*\" in *'topics create'*) exit 7 ;; esac");
    Bash run =
        programs.run(
            dryRun(Flavor.JAR).replace("if ! gcloud pubsub topics describe", "if ! false"));
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).contains("maestro: the deployment stopped in step topics");
    assertThat(programs.calls()).noneMatch(call -> call.startsWith("[gcloud][functions]"));
  }

  @Test
  void a_function_that_fails_is_named_with_what_it_said_and_nothing_is_done_after_the_functions()
      throws Exception {
    FakePrograms programs =
        new FakePrograms(
            folder, "case \"$*\" in *'deploy reweigh'*) echo quota of reweigh; exit 7 ;; esac");
    Bash run = programs.run(dryRun(Flavor.JAR));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("quota of reweigh")
        .contains("maestro: failed: deploy-reweigh\n")
        .contains("maestro: the deployment stopped in step functions");
    assertThat(programs.calls())
        .anyMatch(call -> call.startsWith("[gcloud][functions][deploy][status]"))
        .noneMatch(call -> call.startsWith("[service-accounts.sh]"));
  }

  @Test
  void a_step_that_is_named_is_done_alone() throws Exception {
    FakePrograms programs = new FakePrograms(folder, "");
    Bash run = programs.run("bash -s rules hosting <<'END'\n" + dryRun(Flavor.JAR) + "END\n");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(programs.calls())
        .hasSize(5)
        .anyMatch(call -> call.contains("[--only][firestore]"))
        .containsSubsequence(
            "[run][build]",
            "[npx][--yes][firebase-tools@15.34.2][deploy][--only][hosting][--non-interactive]"
                + "[--project=my-fund][--config=firebase.hosting.json]")
        .anyMatch(call -> call.contains("[apps:sdkconfig][WEB][--json]"))
        .contains("[node][dashboard/hosting.mjs][europe-west1]");
  }

  @Test
  void a_dashboard_that_was_not_built_is_not_deployed() throws Exception {
    FakePrograms programs = new FakePrograms(folder, "");
    Files.writeString(folder.resolve("dashboard/run"), "exit 0");
    Bash run = programs.run("bash -s hosting <<'END'\n" + dryRun(Flavor.JAR) + "END\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("maestro: no dashboard was built", "the deployment stopped in step hosting");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void every_script_is_bash_without_a_mistake_of_syntax(Path script) throws Exception {
    assertThat(script).isExecutable();
    assertThat(Bash.run(folder, Map.of(), "", "-n", script.toString()).out()).isEmpty();
  }

  static Stream<Path> scripts() {
    return Stream.concat(
        Tree.list("tools/deploy").stream().filter(file -> file.toString().endsWith(".sh")),
        Stream.of("maestro", ".ci/run", "dashboard/run").map(Tree.ROOT::resolve));
  }

  private static String dryRun(Flavor flavor) {
    CommandRun run =
        CommandRun.of("deploy", "--project=my-fund", "--flavor=" + flavor, "--dry-run");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }
}
