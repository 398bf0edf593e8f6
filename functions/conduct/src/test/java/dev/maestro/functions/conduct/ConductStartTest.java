package dev.maestro.functions.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What conduct says when it is started with something that it cannot use. */
class ConductStartTest {
  private static final String PROJECT = "demo-conduct-start";
  private static final AcmeTenant ACME = new AcmeTenant(PROJECT);

  @TempDir private Path strategies = Path.of("");

  @Test
  void an_environment_that_cannot_be_used_ends_the_start_with_a_sentence_and_no_trace()
      throws Exception {
    assertThatThrownBy(
            () ->
                start(
                    "conduct-wrong",
                    Map.of("ORCH_PROFILE", "INVALID", "MSC_EVALUATION_INTERVAL_MINUTES", "6000")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("conduct-wrong ended with 2: ");
    String log = Files.readString(Path.of("target", "conduct-wrong.log"));
    assertThat(log)
        .contains("configuration: ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD, got 'INVALID'")
        .contains("configuration: MSC_EVALUATION_INTERVAL_MINUTES must be ")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  void a_jar_that_cannot_be_used_is_a_line_and_an_alert_and_blocks_entries_but_no_cycle()
      throws Exception {
    ACME.createAnew("trend");
    Files.writeString(strategies.resolve("broken.jar"), "<html>404</html>");
    try (TestedFunction function =
        start("conduct-broken-jar", Map.of("MAESTRO_STRATEGIES", strategies.toString()))) {
      assertThat(ACME.alerts()).containsExactly("UNUSABLE_STRATEGIES");
      assertThat(Files.readString(Path.of("target", "conduct-broken-jar.log")))
          .contains("\"message\":\"broken.jar cannot be read as a jar (");
      Deliveries.deliverUntilTaken(
          function.address(),
          Deliveries.body(
              "{\"tenant\": \"acme\", \"slot\": \"" + Slot.of(Instant.now()).start() + "\"}"));
    }
    assertThat(ACME.records()).hasSize(1);
  }

  private static TestedFunction start(String name, Map<String, String> environment) {
    return TestedFunction.start(
        name, ConductFunction.class, PROJECT, SharedEmulator.firestore(), environment);
  }
}
