package dev.maestro.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaestroTest {
  @Test
  void without_a_command_the_usage_is_shown_as_wrong_usage() {
    CommandRun run = CommandRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).startsWith("Usage: maestro").contains("weights", "eval", "demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights", "eval", "demo", "profile", "policy"})
  void every_command_has_help(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: maestro " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_and_version_are_no_failures() {
    assertThat(CommandRun.of("--help").exitCode()).isZero();
    CommandRun version = CommandRun.of("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("maestro \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void an_unknown_command_is_wrong_usage() {
    CommandRun run = CommandRun.of("dance");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("maestro: Unmatched argument at index 0: 'dance'")
        .endsWith("; see 'maestro --help'" + System.lineSeparator())
        .hasLineCount(1);
  }
}
