package dev.maestro.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.testing.emulator.SharedEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which store a command speaks to, in a process of its own with another one in its environment. */
class EmulatorOptionTest {
  private static final String PROJECT = "demo-cli-emulator";
  private static final String NOWHERE = "127.0.0.1:1";

  @TempDir private Path folder = Path.of("");

  private String run(int exitCode, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.maestro.cli.main.Maestro"));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said.txt");
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().put("FIRESTORE_EMULATOR_HOST", NOWHERE);
    program.redirectOutput(said.toFile());
    int code = program.start().waitFor();
    String text = Files.readString(said);
    assertThat(code).as(text).isEqualTo(exitCode);
    return text;
  }

  @Test
  void the_option_wins_over_the_environment() throws Exception {
    EmulatedProject project = EmulatedProject.empty(PROJECT);
    run(
        0,
        "tenant",
        "create",
        "--tenant",
        "alpha",
        "--name",
        "Alpha",
        "--owner",
        "ann",
        "--project",
        PROJECT,
        "--emulator",
        SharedEmulator.firestore());
    assertThat(project.document("tenants/alpha").exists()).isTrue();
  }

  @Test
  void who_named_the_emulator_is_told_what_to_correct() throws Exception {
    String[] show = {
      "tenant", "show", "--tenant", "a", "--project", PROJECT, "--emulator", "nonsense"
    };
    assertThat(run(2, show)).contains("--emulator must be host:port, got 'nonsense'");
    show[7] = "127.0.0.1:2";
    assertThat(run(1, show)).contains("127.0.0.1:2 does not answer", "or correct --emulator");
    show[7] = " ";
    assertThat(run(2, show)).contains("--emulator must not be blank");
  }
}
