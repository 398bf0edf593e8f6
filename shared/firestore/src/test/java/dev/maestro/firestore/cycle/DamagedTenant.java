package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;

/** A tenant of Firestore with one cycle behind it, whose documents are damaged before the next. */
abstract class DamagedTenant {
  static final String PROJECT = "demo-unreadable";
  static final TenantId TENANT = new TenantId("acme");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Map<String, Object> NONSENSE = Map.of("state", 7L, "policy", "loose");
  static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  final Map<String, String> alerts = new TreeMap<>();
  final List<Integer> recordsWhenAlerted = new ArrayList<>();
  FirestoreConductStage stage = new FirestoreConductStage(FIRESTORE);

  @BeforeEach
  void a_tenant_with_one_cycle_behind_it() {
    SharedEmulator.clear(PROJECT);
    stage = new FirestoreConductStage(FIRESTORE);
    stage.createTenant(TENANT, NOON);
    cycle();
  }

  Situation lost(String rest, String code) {
    delete(rest);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly(code);
    return situation;
  }

  static void update(String rest, String field, Object value) {
    StoreCalls.await(FIRESTORE.document(path(rest)).update(field, value));
  }

  static void remove(String rest, String field) {
    update(rest, field, FieldValue.delete());
  }

  static void delete(String rest) {
    StoreCalls.await(FIRESTORE.document(path(rest)).delete());
  }

  Situation broken(String rest, String code) {
    stage.set(path(rest), NONSENSE);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly(code);
    return situation;
  }

  static List<String> codes(Situation situation) {
    return situation.faults().stream().map(fault -> fault.code().name()).toList();
  }

  Situation load() {
    return stage.cycles().load(TENANT, clock.instant());
  }

  Conclusion.Decided cycle() {
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> alert(code.name(), message),
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    clock.pass(Duration.ofMinutes(5));
    return (Conclusion.Decided) conclusion;
  }

  static Map<String, Object> stored(String path) {
    return Objects.requireNonNull(StoreCalls.await(FIRESTORE.document(path).get()).getData());
  }

  void alert(String code, String message) {
    assertThat(alerts.put(code, message)).isNull();
    recordsWhenAlerted.add(stage.records(TENANT).size());
  }

  static String path(String rest) {
    return Paths.of(TENANT, rest);
  }
}
