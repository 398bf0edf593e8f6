package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bootstrap and the first deployment, in a project that knows nothing and nobody yet. */
class NewProjectTest {
  private static final String BOOTSTRAP =
      "tools/deploy/bootstrap.sh --project=my-fund --budget=50EUR --billing-account=0A"
          + " --notify=a@b.c";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void the_first_time_ends_well_and_the_second_makes_nothing(Flavor flavor) throws Exception {
    NewProject project = new NewProject(folder);
    String bootstrap = BOOTSTRAP + " --flavor=" + flavor.name().toLowerCase(Locale.ROOT);
    String deployment = deployment(flavor);

    List<String> first = well(project, bootstrap);
    first.addAll(well(project, deployment));
    assertThat(first).noneMatch(call -> call.contains("[--allow-unauthenticated]"));
    assertThat(first).anyMatch(NewProjectTest::isMaking);

    List<String> second = well(project, bootstrap);
    second.addAll(well(project, deployment));
    assertThat(second).isNotEmpty().noneMatch(NewProjectTest::isMaking);

    second.addAll(first);
    assertThat(GcloudCalls.unknown(flavor.name(), second))
        .as("run tools/deploy/check-gcloud.sh")
        .isEmpty();
  }

  @Test
  void rules_and_indexes_are_there_before_the_first_function() throws Exception {
    NewProject project = new NewProject(folder);
    well(project, BOOTSTRAP);
    List<String> calls = well(project, deployment(Flavor.JAR));
    assertThat(index(calls, "[npx]", "[--only][firestore]"))
        .isLessThan(index(calls, "[gcloud][functions][deploy]", ""));
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void every_event_has_ten_minutes_and_a_place_for_those_that_fail(Flavor flavor) throws Exception {
    NewProject project = new NewProject(folder);
    well(project, BOOTSTRAP);
    List<String> calls = well(project, deployment(flavor));
    for (DeployedFunction function : FunctionTable.all()) {
      assertThat(
              calls.stream()
                  .filter(call -> call.startsWith("[gcloud][pubsub][subscriptions][update]"))
                  .filter(call -> call.contains("[--ack-deadline=600]"))
                  .filter(call -> call.contains("topics/maestro-dead-letters]"))
                  .filter(
                      call -> call.matches(".*eventarc-(maestro-)?" + function.id() + "(-1)?].*")))
          .as(function.id())
          .hasSize(function.isCalled() ? 0 : 1);
    }
  }

  @Test
  void a_database_elsewhere_ends_it_before_anything_is_done() throws Exception {
    NewProject project = new NewProject(folder);
    well(project, BOOTSTRAP);
    for (String script : List.of(BOOTSTRAP, deployment(Flavor.JAR))) {
      Bash run = project.run(Map.of("DATABASE", "nam5"), script);
      assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
      assertThat(run.out()).contains("the database of my-fund is in nam5");
      assertThat(project.calls()).noneMatch(call -> call.startsWith("[maestro]"));
    }
  }

  @Test
  void a_database_that_is_missing_is_not_made_by_the_deployment() throws Exception {
    NewProject project = new NewProject(folder);
    Bash run = project.run(Map.of(), deployment(Flavor.JAR));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("run tools/deploy/bootstrap.sh first").contains("step ready");
  }

  @Test
  void deciding_inline_without_its_roles_is_refused_and_with_them_it_is_deployed()
      throws Exception {
    NewProject project = new NewProject(folder);
    String inline = deployment(Flavor.JAR, "--set=MAESTRO_FANOUT=inline");
    well(project, BOOTSTRAP);
    Bash run = project.run(Map.of(), inline);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("MAESTRO_FANOUT=inline needs roles/datastore.user for maestro-orchestrate");
    assertThat(project.calls()).noneMatch(call -> call.startsWith("[maestro]"));
    List<String> calls = well(project, BOOTSTRAP + " --fanout=inline");
    calls.addAll(well(project, inline));
    assertThat(GcloudCalls.unknown("inline", calls)).isEmpty();
  }

  @Test
  void what_stays_refused_ends_it_with_what_was_said() throws Exception {
    NewProject project = new NewProject(folder);
    well(project, BOOTSTRAP);
    Bash run =
        project.run(
            Map.of(), deployment(Flavor.JAR).replace("--max-instances=10", "--max-instances=50"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Max instances must be set to 10 or fewer")
        .contains("the deployment stopped in step functions");
  }

  @Test
  void a_word_that_the_bootstrap_does_not_know_is_wrong_usage() throws Exception {
    NewProject project = new NewProject(folder);
    Bash run = project.run(Map.of(), "tools/deploy/bootstrap.sh --project=my-fund --colour=red");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("got '--colour=red'");
  }

  private static List<String> well(NewProject project, String script) throws Exception {
    Bash run = project.run(Map.of(), script);
    assertThat(run.exitCode()).as(run.out()).isZero();
    return new ArrayList<>(project.calls());
  }

  private static boolean isMaking(String call) {
    return call.matches("\\[gcloud](\\[[a-z-]+])+?\\[create].*")
        && !call.startsWith("[gcloud][beta][services][identity]");
  }

  private static int index(List<String> calls, String start, String part) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).startsWith(start) && calls.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no call " + start + part);
  }

  private static String deployment(Flavor flavor, String... more) {
    List<String> words =
        new ArrayList<>(List.of("deploy", "--project=my-fund", "--flavor=" + flavor, "--dry-run"));
    words.addAll(List.of(more));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out();
  }
}
