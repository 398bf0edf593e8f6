package dev.maestro.functions.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.emulator.SlowWay;
import dev.maestro.testing.function.TestedFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store whose every answer is late: slots take longer, and each is decided once all the same. */
class SlowStoreTest {
  private static final String PROJECT = "demo-conduct-slow";
  private static final AcmeTenant ACME = new AcmeTenant(PROJECT);
  private static final SlowWay STORE =
      SlowWay.to(SharedEmulator.firestore(), Duration.ofMillis(400));
  private static TestedFunction function;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "conduct-slow", ConductFunction.class, PROJECT, STORE.address(), Map.of());
  }

  @AfterAll
  static void stop() {
    function.close();
    STORE.close();
  }

  @Test
  void a_slot_is_whole_and_decided_once_however_late_the_answers_are() throws Exception {
    ACME.createAnew("trend", "reversion");
    Slot slot = Slot.of(Instant.now());
    long start = System.nanoTime();
    deliverAtOnce(List.of(slot, slot));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("four rounds of calls, each late")
        .isGreaterThan(Duration.ofMillis(4 * 400));
    assertThat(ACME.records()).hasSize(1);
    assertThat(ACME.alerts()).isEmpty();
    assertThat(ACME.slots()).extracting(SlowStoreTest::state).containsExactly("DONE");
  }

  @Test
  void a_slot_that_is_not_done_before_the_next_is_decided_once_or_given_up_and_counted()
      throws Exception {
    ACME.createAnew("trend");
    Slot newest = Slot.of(Instant.now());
    Slot before = Slot.of(newest.start().minus(Duration.ofMinutes(5)));
    deliverAtOnce(List.of(before, newest, before, newest));
    assertThat(ACME.slots()).extracting(SlowStoreTest::state).isSubsetOf("DONE", "EXPIRED");
    assertThat(ACME.slots()).hasSize(2);
    long done = ACME.slots().stream().filter(slot -> state(slot).equals("DONE")).count();
    assertThat(ACME.records()).hasSize((int) done);
    assertThat(ACME.records())
        .extracting(record -> record.get("cycle_slot"))
        .doesNotHaveDuplicates();
    assertThat(ACME.cyclesCounted()).as("each is told by /metrics").isEqualTo(2);
  }

  private static String state(DocumentSnapshot slot) {
    return String.valueOf(slot.getString("state"));
  }

  /** As Pub/Sub does: all at once, each until it is taken. */
  private static void deliverAtOnce(List<Slot> slots) throws Exception {
    List<Callable<Slot>> deliveries = new ArrayList<>();
    for (Slot slot : slots) {
      String body = Deliveries.body("{\"tenant\": \"acme\", \"slot\": \"" + slot.start() + "\"}");
      deliveries.add(
          () -> {
            Deliveries.deliverUntilTaken(function.address(), body);
            return slot;
          });
    }
    ExecutorService senders = Executors.newFixedThreadPool(slots.size());
    try {
      for (Future<Slot> delivery : senders.invokeAll(deliveries)) {
        assertThat(delivery.get()).isIn(slots);
      }
    } finally {
      senders.shutdownNow();
    }
  }
}
