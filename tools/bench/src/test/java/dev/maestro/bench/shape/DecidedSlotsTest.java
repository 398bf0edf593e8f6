package dev.maestro.bench.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.Firestore;
import dev.maestro.emulator.Emulator;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of the load finds what it is there for. */
class DecidedSlotsTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId GLOBEX = new TenantId("globex");
  private static final List<TenantId> BOTH = List.of(ACME, GLOBEX);
  private static Emulator emulator;
  private static Firestore firestore;
  private static Instant next = Instant.parse("2026-03-02T12:05:00Z");

  private Slot slot = new Slot(next);

  @BeforeAll
  static void start() {
    emulator =
        Emulator.firestore(
            Emulator.FirestoreOptions.on(Path.of("target", "emulators", "decided-slots")));
    firestore =
        CloudFirestore.open(
            CloudSettings.emulated("demo-decided-slots", emulator.host()), new IoMeter());
  }

  @AfterAll
  static void stop() throws Exception {
    firestore.close();
    emulator.close();
  }

  /** Two tenants decided once in a slot of its own, beside one that was decided before. */
  @BeforeEach
  void decideBoth() {
    next = next.plus(Duration.ofMinutes(5));
    slot = new Slot(next);
    for (TenantId tenant : BOTH) {
      store(tenant, "DONE", 1);
      record(tenant, tenant + "-session");
    }
  }

  @Test
  void one_decision_each_is_well_and_says_how_many_were_taken_over() {
    assertThat(check()).isZero();
    store(GLOBEX, "DONE", 2);
    assertThat(check()).isEqualTo(1);
  }

  @Test
  void a_second_record_is_found() {
    record(ACME, "another-session");
    assertThatThrownBy(this::check)
        .hasMessageContaining("1 of 2 tenants")
        .hasMessageContaining("acme");
  }

  @Test
  void a_slot_that_is_not_done_is_found() {
    store(ACME, "EXPIRED", 1);
    assertThatThrownBy(this::check).hasMessageContaining("acme");
  }

  @Test
  void a_tenant_without_a_slot_is_found() {
    StoreCalls.await(firestore.document(Paths.slot(GLOBEX, slot.start())).delete());
    assertThatThrownBy(this::check).hasMessageContaining("globex no slot");
  }

  @Test
  void a_record_that_the_slot_does_not_name_is_found() {
    StoreCalls.await(firestore.document(Paths.LOGS + "/" + id("acme-session")).delete());
    record(ACME, "another-session");
    assertThatThrownBy(this::check).hasMessageContaining("acme");
  }

  @Test
  void a_decision_of_a_tenant_that_nobody_asked_for_is_found() {
    record(new TenantId("stranger"), "strange-session");
    assertThatThrownBy(this::check).hasMessageContaining("stranger");
  }

  private int check() {
    return new DecidedSlots(firestore).check(slot, BOTH);
  }

  private String id(String session) {
    return slot.start().getEpochSecond() + "_" + session;
  }

  private void record(TenantId tenant, String session) {
    StoreCalls.await(
        firestore
            .document(Paths.LOGS + "/" + id(session))
            .set(Map.of("tenant_id", tenant.value())));
  }

  private void store(TenantId tenant, String state, long attempts) {
    StoreCalls.await(
        firestore
            .document(Paths.slot(tenant, slot.start()))
            .set(
                StoredValue.map(
                    Map.of(
                        "tenant_id", tenant.value(),
                        "slot", slot.start(),
                        "state", state,
                        "attempts", attempts,
                        "record_id", id(tenant + "-session")))));
  }
}
