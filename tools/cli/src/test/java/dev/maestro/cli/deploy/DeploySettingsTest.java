package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is set for a project, and that the next deployment keeps it. */
class DeploySettingsTest {
  private static final String HOME = "maestro.home";

  @TempDir private Path root = Path.of("");
  private String before = "";

  @BeforeEach
  void plantARoot() {
    before = System.getProperty(HOME, "");
    System.setProperty(HOME, root.toString());
  }

  @AfterEach
  void back() {
    System.setProperty(HOME, before);
  }

  private static CommandRun dryRun(String... options) {
    List<String> command = new ArrayList<>(List.of("deploy", "--project=my-fund", "--dry-run"));
    command.addAll(Arrays.asList(options));
    return CommandRun.of(command.toArray(new String[0]));
  }

  private static String script(String... options) {
    CommandRun run = dryRun(options);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private void remember(String... lines) throws IOException {
    Path file = root.resolve("deployments/my-fund.settings");
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, Arrays.asList(lines));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void a_variable_of_the_policy_reaches_every_function() {
    String script =
        script(
            "--set=ORCH_PROFILE=STANDARD",
            "--set=ORCH_BASE_RISK_PCT=1.25",
            "--set=MSC_EVALUATION_INTERVAL_MINUTES=10",
            "--set=MAESTRO_SLOT_LEASE_SECONDS=90",
            "--set=VERTEX_AI_LOCATION=europe-west4",
            "--set=VERTEX_AI_MODEL_ID=gemini-3.5-flash-lite");
    for (String variable :
        List.of(
            "ORCH_PROFILE=STANDARD",
            "ORCH_BASE_RISK_PCT=1.25",
            "MSC_EVALUATION_INTERVAL_MINUTES=10",
            "MAESTRO_SLOT_LEASE_SECONDS=90",
            "VERTEX_AI_LOCATION=europe-west4",
            "VERTEX_AI_MODEL_ID=gemini-3.5-flash-lite")) {
      assertThat(count(script, variable)).as(variable).isEqualTo(FunctionTable.all().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void a_deployment_wipes_no_variable_that_it_does_not_name(Flavor flavor) {
    assertThat(script("--flavor=" + flavor))
        .doesNotContain("--set-env-vars")
        .doesNotContain("--clear-env-vars")
        .doesNotContain("--remove-env-vars")
        .doesNotContain("ORCH_")
        .doesNotContain("MSC_")
        .doesNotContain("MAESTRO_FANOUT")
        .doesNotContain("VERTEX_")
        .doesNotContain("MAESTRO_STRATEGIES")
        .contains("--update-env-vars=GOOGLE_CLOUD_PROJECT=my-fund,");
  }

  @Test
  void a_limit_is_set_for_one_function_and_the_table_says_the_others() {
    String script = script("--set=_MAX_INSTANCES_CONDUCT=7", "--set=_MEMORY_SNAPSHOT_TENANT=1Gi");
    assertThat(count(script, "--max-instances=7")).isEqualTo(1);
    assertThat(count(script, "--memory=1Gi")).isEqualTo(1);
    assertThat(count(script, "--memory=512Mi")).isEqualTo(FunctionTable.all().size() - 1);
  }

  @Test
  void what_was_set_survives_the_next_deployment_until_it_is_unset() throws IOException {
    deploy("--set=ORCH_BASE_RISK_PCT=1.25", "--set=_MAX_INSTANCES_CONDUCT=7");
    deploy("--set=MSC_ENABLED=false");
    assertThat(Files.readAllLines(root.resolve("deployments/my-fund.settings")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly(
            "MSC_ENABLED=false", "ORCH_BASE_RISK_PCT=1.25", "_MAX_INSTANCES_CONDUCT=7");
    assertThat(script())
        .contains("MSC_ENABLED=false,ORCH_BASE_RISK_PCT=1.25")
        .contains("--max-instances=7");
    assertThat(script("--unset=ORCH_BASE_RISK_PCT,_MAX_INSTANCES_CONDUCT"))
        .contains("--remove-env-vars=ORCH_BASE_RISK_PCT")
        .doesNotContain("ORCH_BASE_RISK_PCT=")
        .doesNotContain("--max-instances=7");
  }

  /** In a root without a program to test with, so that it ends in its first step. */
  private static void deploy(String... options) {
    List<String> command = new ArrayList<>(List.of("deploy", "--project=my-fund"));
    command.addAll(Arrays.asList(options));
    assertThat(CommandRun.of(command.toArray(new String[0])).exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ORCH_PROFILE=safe2, 'configuration: ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD'",
    "MSC_ENABLED=no, configuration: MSC_ENABLED must be",
    "MSC_EVALUATION_INTERVAL_MINUTES=6000, configuration: MSC_EVALUATION_INTERVAL_MINUTES must be",
    "ORCH_BASE_RISK_PCT=-1, configuration: ",
    "MAESTRO_FANOUT=both, configuration: MAESTRO_FANOUT must be pubsub or inline",
    "MAESTRO_SLOT_LEASE_SECONDS=0, configuration: MAESTRO_SLOT_LEASE_SECONDS must be",
    "VERTEX_AI_LOCATION=evil.example/, VERTEX_AI_LOCATION must be global",
    "VERTEX_AI_MODEL_ID=../model, VERTEX_AI_MODEL_ID must be the id of a model",
    "_MAX_INSTANCES_CONDUCT=0, _MAX_INSTANCES_CONDUCT must be from 1 to 9999",
    "_MEMORY_STATUS=1GB, '_MEMORY_STATUS must be 512Mi'",
    "_SCHEDULE_SNAPSHOT=daily, _SCHEDULE_SNAPSHOT must be a cron line",
    "'ORCH_PROFILE=SAFE,X=1', ORCH_PROFILE must be a word",
    "ORCH_BASE_RISK_PTC=1, --set knows MAESTRO_FANOUT",
    "MAESTRO_IAM_CHECKS_TOKENS=true, --set knows MAESTRO_FANOUT"
  })
  void a_bad_setting_is_wrong_usage_in_one_sentence(String setting, String sentence) {
    CommandRun run = dryRun("--set", setting);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: " + sentence).hasLineCount(1);
  }

  @Test
  void a_bad_line_that_was_remembered_stops_the_deployment_before_anything_is_done()
      throws IOException {
    remember("# note", "", "ORCH_PROFILE");
    assertThat(dryRun().err()).endsWith("has lines NAME=VALUE; got 'ORCH_PROFILE'\n");
    remember("ORCH_PROFLE=SAFE");
    assertThat(dryRun().err()).contains("--set knows ").hasLineCount(1);
    assertThat(dryRun("--unset=ORCH_PROFLE").err()).contains("--unset knows ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"JAR, /workspace/strategies", "IMAGE, /maestro/strategies"})
  void jars_of_strategies_are_shipped_with_conduct_and_no_other_function(
      Flavor flavor, String folder) throws Exception {
    Path jars = ShippedStrategy.folder(root.resolve("my jars"));
    String script = script("--flavor=" + flavor, "--strategies=my jars");
    assertThat(count(script, "MAESTRO_STRATEGIES=" + folder)).isEqualTo(1);
    assertThat(count(script, "--source=target/conduct \\")).isEqualTo(flavor == Flavor.JAR ? 1 : 0);
    FakePrograms programs = new FakePrograms(root, "");
    Bash run = programs.run("bash -s strategies <<'END'\n" + script + "END\n");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(root.resolve("target/conduct/conduct.jar")).exists();
    assertThat(root.resolve("target/conduct/strategies/shipped.jar"))
        .hasSameBinaryContentAs(jars.resolve("shipped.jar"));
    assertThat(Tree.text("tools/deploy/Dockerfile"))
        .contains("COPY target/conduct/strategies/ strategies/");
  }

  @Test
  void a_deployment_without_jars_leaves_none_behind_from_the_one_before() throws Exception {
    Files.createDirectories(root.resolve("target/conduct/strategies"));
    Files.createFile(root.resolve("target/conduct/strategies/old.jar"));
    FakePrograms programs = new FakePrograms(root, "");
    Bash run = programs.run("bash -s strategies <<'END'\n" + script() + "END\n");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(root.resolve("target/conduct/strategies")).isEmptyDirectory();
  }

  /** The jars are gone then, and conduct blocks entries until somebody says that it shall be so. */
  @Test
  void only_unset_takes_the_name_of_the_folder_away_from_conduct() throws IOException {
    ShippedStrategy.folder(root.resolve("jars"));
    remember("_STRATEGIES=jars");
    assertThat(script()).contains("MAESTRO_STRATEGIES=/workspace/strategies");
    String without = script("--unset=_STRATEGIES");
    assertThat(count(without, "--remove-env-vars=MAESTRO_STRATEGIES")).isEqualTo(1);
    assertThat(without).doesNotContain("MAESTRO_STRATEGIES=");
  }

  @Test
  void jars_that_conduct_would_not_load_are_named_before_anything_is_done() throws IOException {
    assertThat(dryRun("--strategies=strategeis").err())
        .startsWith("maestro: configuration: the folder of strategies cannot be read: ")
        .hasLineCount(1);
    Path jars = ShippedStrategy.folder(root.resolve("jars"));
    Files.write(jars.resolve("broken.jar"), new byte[0]);
    CommandRun run = dryRun("--strategies=jars");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("maestro: configuration: broken.jar cannot be read as a jar (")
        .hasLineCount(1);
  }

  @Test
  void jars_and_inline_cycles_do_not_go_together() throws IOException {
    ShippedStrategy.folder(root.resolve("jars"));
    assertThat(dryRun("--strategies=jars", "--set=MAESTRO_FANOUT=inline").err())
        .startsWith("maestro: --strategies needs MAESTRO_FANOUT=pubsub")
        .hasLineCount(1);
  }
}
