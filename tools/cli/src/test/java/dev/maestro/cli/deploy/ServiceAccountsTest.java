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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script of the service accounts says that it grants. */
class ServiceAccountsTest {
  private static final String SCRIPT = "tools/deploy/service-accounts.sh";

  @TempDir private Path folder = Path.of("");

  static List<DeployedFunction> functions() {
    return FunctionTable.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void every_function_has_an_account_that_may_log(DeployedFunction function) throws Exception {
    assertThat(rows()).contains(row(function.id(), "roles/logging.logWriter", "project"));
  }

  @Test
  void no_account_is_left_over() throws Exception {
    List<String> known =
        Stream.concat(
                FunctionTable.all().stream().map(DeployedFunction::id),
                List.of("trigger", "scheduler", "build").stream())
            .map(name -> "maestro-" + name)
            .toList();
    assertThat(rows()).allSatisfy(row -> assertThat(known).contains(row.get(0)));
  }

  @ParameterizedTest
  @MethodSource("functions")
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
        FunctionTable.startedBy(Trigger.TOPIC).stream()
            .map(function -> "topic:" + function.source())
            .toList();
    assertThat(
            rows().stream()
                .filter(row -> row.get(1).equals("roles/pubsub.publisher"))
                .map(row -> row.get(2)))
        .containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void a_function_writes_documents_only_if_it_must() throws Exception {
    assertThat(
            rows().stream()
                .filter(row -> row.get(1).equals("roles/datastore.user"))
                .map(row -> row.get(0)))
        .containsExactlyInAnyOrder(
            "maestro-conduct",
            "maestro-paper",
            "maestro-paper-tick",
            "maestro-reweigh",
            "maestro-snapshot-tenant",
            "maestro-status");
  }

  @Test
  void only_what_decides_may_ask_a_model() throws Exception {
    assertThat(
            rows().stream()
                .filter(row -> row.get(1).startsWith("roles/aiplatform"))
                .map(row -> row.get(0) + " " + row.get(1)))
        .containsExactly("maestro-conduct roles/aiplatform.user");
  }

  @Test
  void before_the_deployment_what_is_missing_waits() throws Exception {
    Bash run = grant("case \"$*\" in *describe*) exit 1 ;; esac");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("waits for the topic maestro-cycles")
        .contains("waits for the function conduct")
        .contains("granted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*topics*describe*", "*services*describe*", "*topics*binding*", "*run*binding*"})
  void after_the_deployment_what_is_missing_or_refused_stops_it(String call) throws Exception {
    String refused = "case \"$*\" in " + call + ") echo no permission >&2; exit 1 ;; esac";
    Bash run = grant(refused, "--resources");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("no permission").doesNotContain("waits");
  }

  @Test
  void after_the_deployment_topics_and_functions_are_granted_and_nothing_else() throws Exception {
    Bash run = grant("", "--resources");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.contains(" topic:") || line.contains(" function:"))
        .allMatch(line -> line.endsWith(" granted"));
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

  /** The script with a gcloud that ends as it is told. */
  private Bash grant(String gcloud, String... options) throws IOException, InterruptedException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("gcloud");
    Files.writeString(program, "#!/usr/bin/env bash\n" + gcloud + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    List<String> words =
        Stream.concat(Stream.of(SCRIPT, "--project=my-fund"), Stream.of(options)).toList();
    return Bash.run(
        Tree.ROOT,
        Map.of("PATH", path, "MAESTRO_PAUSE_SECONDS", "0"),
        "",
        words.toArray(String[]::new));
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
