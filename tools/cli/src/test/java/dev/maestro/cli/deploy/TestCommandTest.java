package dev.maestro.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./maestro test} on machines that have, or have not, what the tests need. */
class TestCommandTest {
  private static final String NOTE = "#!/usr/bin/env bash\necho \"${0##*/} $*\" >> \"$CALLS\"\n";

  @TempDir private Path folder = Path.of("");

  /** A clean clone, and a machine with a JDK whose emulators are what the file says. */
  @BeforeEach
  void plantAMachine() throws IOException {
    program("clone/maestro", Tree.text("maestro"));
    program("clone/.ci/run", Tree.text(".ci/run"));
    program("bin/javac", NOTE);
    program("bin/java", NOTE + "cat \"${MACHINE}/${!#}\"");
    program("bin/mvn", NOTE);
    program("bin/id", "#!/usr/bin/env bash\necho \"$WHO\"\n");
    program("bin/apt-get", NOTE + "exit \"$APT\"");
    program("bin/chromium", "");
    program("missing", "");
    program("fetch", "");
  }

  @Test
  void where_all_is_here_nothing_is_got_and_nothing_is_said() throws Exception {
    Bash run = test("0", "0", "./maestro test -q");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(calls())
        .noneMatch(call -> call.startsWith("apt-get"))
        .last()
        .asString()
        .startsWith("mvn ")
        .endsWith(" verify -q");
  }

  @Test
  void root_gets_what_is_missing_from_apt_and_says_so_in_a_line() throws Exception {
    program("missing", "one-emulator\nother-emulator\n");
    Bash run = test("0", "0", "./maestro test");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("maestro: installing one-emulator other-emulator ...\n");
    assertThat(calls())
        .containsSubsequence(
            "apt-get update -qq",
            "apt-get install -y -qq --no-install-recommends one-emulator other-emulator");
    assertThat(calls()).last().asString().endsWith(" verify");
  }

  @Test
  void the_browser_of_the_dashboards_tests_is_got_in_the_same_way() throws Exception {
    program("missing", "one-emulator\n");
    Bash run = test("0", "0", "MAESTRO_BROWSER=not-here ./maestro test");
    assertThat(run.out()).isEqualTo("maestro: installing one-emulator chromium ...\n");
  }

  @Test
  void whoever_is_not_root_gets_what_can_be_downloaded() throws Exception {
    program("missing", "one-emulator\n");
    program("fetch", "maestro: downloading one\n");
    Bash run = test("1000", "0", "./maestro test");
    assertThat(run.out()).isEqualTo("maestro: downloading one\n");
    assertThat(calls()).noneMatch(call -> call.startsWith("apt-get"));
    assertThat(calls()).last().asString().endsWith(" verify");
  }

  @Test
  void where_apt_fails_the_download_is_next() throws Exception {
    program("missing", "one-emulator\n");
    program("fetch", "maestro: downloading one\n");
    Bash run = test("0", "100", "./maestro test");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "maestro: installing one-emulator ...",
            "maestro: apt-get could not, target/apt.log says why",
            "maestro: downloading one");
  }

  @Test
  void ci_is_the_test_command_and_nothing_else() throws Exception {
    Bash run = test("0", "0", "cd / && \"$MACHINE/clone/.ci/run\"");
    assertThat(run.exitCode()).as(run.out()).isZero();
    List<String> byCi = calls();
    Files.delete(folder.resolve("calls"));
    test("0", "0", "./maestro test");
    assertThat(byCi).isEqualTo(calls());
  }

  private Bash test(String who, String apt, String command) throws Exception {
    return Bash.run(
        folder.resolve("clone"),
        Map.of(
            "PATH",
            folder.resolve("bin") + ":" + System.getenv("PATH"),
            "JAVA_HOME",
            "",
            "CALLS",
            folder.resolve("calls").toString(),
            "MACHINE",
            folder.toString(),
            "WHO",
            who,
            "APT",
            apt),
        command);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private void program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
