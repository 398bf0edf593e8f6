package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.DeployedFunction.Trigger;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the script of the service accounts says that it grants. */
class ServiceAccountsTest {
  private static final String SCRIPT = "tools/deploy/service-accounts.sh";

  @ParameterizedTest
  @EnumSource(DeployedFunction.class)
  void every_function_has_an_account_that_may_log(DeployedFunction function) throws Exception {
    assertThat(rows()).contains(row(function.id(), "roles/logging.logWriter", "project"));
  }

  @Test
  void no_account_is_left_over() throws Exception {
    List<String> known =
        Stream.concat(
                Arrays.stream(DeployedFunction.values()).map(DeployedFunction::id),
                List.of("trigger", "scheduler", "build").stream())
            .map(name -> "maestro-" + name)
            .toList();
    assertThat(rows()).allSatisfy(row -> assertThat(known).contains(row.get(0)));
  }

  @ParameterizedTest
  @EnumSource(DeployedFunction.class)
  void each_closed_function_is_called_by_exactly_one_account(DeployedFunction function)
      throws Exception {
    List<List<String>> invokers =
        rows().stream()
            .filter(row -> row.get(1).equals("roles/run.invoker"))
            .filter(row -> row.get(2).equals("function:" + function.id()))
            .toList();
    switch (function.trigger()) {
      case HTTP -> assertThat(invokers).isEmpty();
      case SCHEDULE ->
          assertThat(invokers).extracting(row -> row.get(0)).containsExactly("maestro-scheduler");
      case TOPIC, DOCUMENT ->
          assertThat(invokers).extracting(row -> row.get(0)).containsExactly("maestro-trigger");
    }
  }

  @Test
  void only_what_fans_out_publishes_and_only_to_topics_that_start_functions() throws Exception {
    List<String> topics =
        Arrays.stream(DeployedFunction.values())
            .filter(function -> function.trigger() == Trigger.TOPIC)
            .map(function -> "topic:" + function.source())
            .toList();
    assertThat(
            rows().stream()
                .filter(row -> row.get(1).equals("roles/pubsub.publisher"))
                .map(row -> row.get(2)))
        .containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void no_function_may_do_everything() throws Exception {
    assertThat(rows())
        .extracting(row -> row.get(1))
        .doesNotContain("roles/owner", "roles/editor", "roles/viewer");
  }

  @Test
  void a_bad_project_is_one_sentence() throws Exception {
    Bash run = Bash.run(Tree.ROOT, Map.of(), "", SCRIPT, "--project=X", "--print");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("--project must be the id of a project, got 'X'")
        .hasLineCount(1);
  }

  /** Account, role and place of each row. */
  private static List<List<String>> rows() throws IOException, InterruptedException {
    Bash run = Bash.run(Tree.ROOT, Map.of(), "", SCRIPT, "--project=my-fund", "--print");
    assertThat(run.exitCode()).as(run.out()).isZero();
    return run.out().lines().skip(1).map(line -> List.of(line.split(" +")).subList(0, 3)).toList();
  }

  private static List<String> row(String account, String role, String place) {
    return List.of("maestro-" + account, role, place);
  }
}
