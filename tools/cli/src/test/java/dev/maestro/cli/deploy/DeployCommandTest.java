package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.local.catalog.DeployedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployCommandTest {
  /** Programs that only write down how they were called. */
  private static final List<String> PROGRAMS = List.of("gcloud", "docker", "npx");

  /** What a machine knows that pushed the same image for two projects. */
  private static final String IMAGES =
      "\ncase \"$*\" in inspect*) for p in another my-fund; do "
          + "echo europe-west1-docker.pkg.dev/$p/maestro/functions@sha256:$p; done ;; esac";

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

  @ParameterizedTest
  @CsvSource({
    "_PROFILE=safe, _PROFILE must be SAFE",
    "_MSC_ENABLED=no, _MSC_ENABLED must be true or false",
    "_FANOUT=both, _FANOUT must be pubsub",
    "_SCHEDULE_SNAPSHOT=daily, _SCHEDULE_SNAPSHOT must be a cron line",
    "PROFILE=SAFE, --set knows _PROFILE"
  })
  void a_bad_setting_is_wrong_usage_in_one_sentence(String setting, String sentence) {
    CommandRun run = CommandRun.of("deploy", "--project=my-fund", "--set", setting, "--dry-run");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("maestro: " + sentence).hasLineCount(1);
  }

  @Test
  void a_setting_reaches_every_function() {
    CommandRun run =
        CommandRun.of(
            "deploy",
            "--project=my-fund",
            "--set=_MSC_ENABLED=false",
            "--set=_FANOUT=inline",
            "--set=_SCHEDULE_ORCHESTRATE=*/15 * * * *",
            "--dry-run");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .doesNotContain("MSC_ENABLED=true")
        .doesNotContain("MAESTRO_FANOUT=pubsub")
        .contains("--schedule='*/15 * * * *'");
    assertThat(run.out().split("MSC_ENABLED=false,MAESTRO_FANOUT=inline", -1))
        .hasSize(DeployedFunction.values().length + 1);
  }

  @ParameterizedTest
  @EnumSource(Flavor.class)
  void the_printed_commands_run_in_bash_as_they_stand(Flavor flavor) throws Exception {
    String script = dryRun(flavor);
    String nothingIsThere = "case \"$*\" in *describe*) exit 1 ;; esac";
    Bash run = Bash.run(workplace(nothingIsThere), programs(), script);
    assertThat(run.exitCode()).as(run.out()).isZero();
    String calls = Files.readString(folder.resolve("calls"));
    assertThat(calls)
        .contains("[./maestro][test]")
        .contains("[--schedule=*/5 * * * *]")
        .contains("document=users/{uid}/tradeJournal/{tradeId}]")
        .contains("database=(default)]")
        .contains("[smoke.sh]");
  }

  @Test
  void the_image_that_is_deployed_is_the_one_pushed_to_this_project() throws Exception {
    Bash run = Bash.run(workplace(""), programs(), dryRun(Flavor.IMAGE));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(Files.readString(folder.resolve("calls")))
        .contains("[--image=europe-west1-docker.pkg.dev/my-fund/maestro/functions@sha256:my-fund]")
        .doesNotContain("sha256:another");
  }

  @Test
  void the_first_failure_stops_everything_and_is_named() throws Exception {
    String script = dryRun(Flavor.JAR);
    String failing = "case \"$*\" in *'deploy reweigh'*) exit 7 ;; esac";
    Bash run = Bash.run(workplace(failing), programs(), script);
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out())
        .contains("maestro: the deployment stopped in step 5 of ")
        .contains(", deploy-reweigh");
    assertThat(Files.readString(folder.resolve("calls"))).doesNotContain("[snapshot]");
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
        Stream.of(Tree.ROOT.resolve("maestro"), Tree.ROOT.resolve(".ci/run")));
  }

  private static String dryRun(Flavor flavor) {
    CommandRun run =
        CommandRun.of("deploy", "--project=my-fund", "--flavor=" + flavor, "--dry-run");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  /** A root without anything to deploy, where each program writes its words to one file. */
  private Path workplace(String end) throws IOException {
    String program =
        "#!/usr/bin/env bash\n{ printf '[%s]' \"${0##*/bin/}\" \"$@\"; echo; } >> \"$CALLS\"\n"
            + end;
    for (String name : PROGRAMS) {
      write("bin/" + name, program);
    }
    write("bin/docker", program + IMAGES);
    write("maestro", program.replace("${0##*/bin/}", "./maestro"));
    write("tools/deploy/service-accounts.sh", program);
    write("tools/deploy/smoke.sh", program.replace("${0##*/bin/}", "smoke.sh"));
    return folder;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Map<String, String> programs() {
    return Map.of(
        "PATH",
        folder.resolve("bin") + ":" + System.getenv("PATH"),
        "CALLS",
        folder.resolve("calls").toString());
  }
}
