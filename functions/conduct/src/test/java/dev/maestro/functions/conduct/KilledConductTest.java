package dev.maestro.functions.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledConductTest {
  private static final String PROJECT = "demo-conduct-killed";
  private static final AcmeTenant ACME = new AcmeTenant(PROJECT);

  @Test
  void a_process_killed_in_the_middle_of_a_cycle_is_resumed_by_the_redelivery_and_counted_once(
      @TempDir Path strategies) throws Exception {
    ACME.createAnew(HangingStrategy.ID);
    jarOf(HangingStrategy.class, strategies.resolve("hanging.jar"));
    String body =
        Deliveries.body(
            "{\"tenant\": \"acme\", \"slot\": \"" + Slot.of(Instant.now()).start() + "\"}");
    try (TestedFunction first = start("conduct-first", strategies)) {
      CompletableFuture<Void> delivery =
          CompletableFuture.runAsync(() -> deliverAndLose(first, body));
      awaitRunning();
      first.kill();
      delivery.join();
    }
    assertThat(ACME.records()).isEmpty();
    assertThat(ACME.cyclesCounted()).isZero();
    try (TestedFunction second = start("conduct-second", strategies)) {
      Deliveries.deliverUntilTaken(second.address(), body);
      Deliveries.deliverUntilTaken(second.address(), body);
    }
    assertThat(ACME.records()).hasSize(1);
    assertThat(ACME.cyclesCounted()).isEqualTo(1);
    assertThat(ACME.slots())
        .singleElement()
        .satisfies(
            slot -> {
              assertThat(slot.getString("state")).isEqualTo("DONE");
              assertThat(slot.getLong("attempts")).isEqualTo(2);
            });
  }

  @Test
  void a_strategy_that_ends_the_process_costs_a_slot_its_lease_and_is_told(@TempDir Path strategies)
      throws Exception {
    ACME.createAnew(EndingStrategy.ID);
    jarOf(EndingStrategy.class, strategies.resolve("ending.jar"));
    String body =
        Deliveries.body(
            "{\"tenant\": \"acme\", \"slot\": \"" + Slot.of(Instant.now()).start() + "\"}");
    try (TestedFunction first = start("conduct-ended", strategies)) {
      deliverAndLose(first, body);
    }
    assertThat(ACME.records()).isEmpty();
    try (TestedFunction second = start("conduct-after-the-end", strategies)) {
      Deliveries.deliverUntilTaken(second.address(), body);
    }
    assertThat(ACME.records()).hasSize(1);
    assertThat(ACME.alerts()).containsExactly("SLOT_TAKEN_OVER");
  }

  private static TestedFunction start(String name, Path strategies) {
    return TestedFunction.start(
        name,
        ConductFunction.class,
        PROJECT,
        SharedEmulator.firestore(),
        Map.of("MAESTRO_STRATEGIES", strategies.toString(), "MAESTRO_SLOT_LEASE_SECONDS", "10"));
  }

  private static void deliverAndLose(TestedFunction function, String body) {
    try {
      assertThat(Deliveries.deliver(function.address(), body)).as("it was killed").isZero();
    } catch (IOException connectionLost) {
      assertThat(connectionLost).isNotNull();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitRunning() {
    Instant deadline = Instant.now().plusSeconds(60);
    while (ACME.slots().isEmpty()) {
      assertThat(Instant.now()).as("the slot was never taken").isBefore(deadline);
    }
  }

  private static void jarOf(Class<? extends Strategy> strategy, Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + Strategy.class.getName()));
      jar.write(strategy.getName().getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
  }
}
