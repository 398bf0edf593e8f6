package dev.maestro.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.UsageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpCommandTest {
  private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void a_fast_tick_makes_the_clock_pass_a_slot_in_it() {
    assertThat(Tick.parse("10s").clockVariable(START)).isEqualTo("2026-01-05T12:00:00Z/30.0");
    assertThat(Tick.parse("5m").clockVariable(START)).isEmpty();
    assertThat(Tick.parse("off").clockVariable(START)).isEmpty();
    assertThat(Tick.parse("2m").length()).contains(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "6m", "301s", "10", "ten", "-1s", "OFF", "1h"})
  void another_tick_is_wrong_usage(String text) {
    assertThatThrownBy(() -> Tick.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("--tick must be off, or 1s to 5m like 10s, got '" + text + "'");
  }

  @Test
  void a_project_that_may_exist_in_the_cloud_is_refused() {
    CommandRun run = CommandRun.of("up", "--project", "production");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("maestro: --project: ").contains("got 'production'");
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      CommandRun run = CommandRun.of("up", "--port-base", String.valueOf(port));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("port " + port + " is in use; choose another");
    }
  }
}
