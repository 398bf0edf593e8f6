package dev.maestro.functions.orchestrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.ActiveTenants;
import dev.maestro.wiring.CloudFirestore;
import dev.maestro.wiring.CloudParts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person hears of cycles that did not run. */
class InlineCyclesTest {
  private static final String PROJECT = "demo-inline";
  private static final Instant NOW = Instant.parse("2026-03-02T12:05:02Z");
  private static final Slot SLOT = Slot.of(NOW);
  private static final CloudSettings SETTINGS =
      CloudSettings.emulated(PROJECT, SharedEmulator.firestore());
  private static final Firestore FIRESTORE = CloudFirestore.open(SETTINGS, new IoMeter());

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void no_tenants() {
    SharedEmulator.clear(PROJECT);
  }

  @Test
  void more_than_20_tenants_run_no_cycle_and_raise_an_alert() {
    for (int i = 1; i <= 21; i++) {
      StoreCalls.await(
          FIRESTORE.document(Paths.tenant(new TenantId("t" + i))).set(Map.of("active", true)));
    }
    CycleFanOut.Result result = start();
    assertThat(result.isComplete()).isFalse();
    assertThat(result.tenants()).isEqualTo(21);
    assertThat(StoreCalls.await(FIRESTORE.collection(Paths.ALERTS).get()).getDocuments())
        .extracting(alert -> alert.getString("code"), alert -> alert.getString("message"))
        .containsExactly(
            tuple(
                "TOO_MANY_TENANTS",
                "21 tenants are too many for MAESTRO_FANOUT=inline (20): use pubsub"));
  }

  @Test
  void a_cycle_that_fails_is_logged_with_its_tenant_and_slot_and_costs_only_itself() {
    for (String id : List.of("acme", "globex")) {
      new TenantStore(FIRESTORE)
          .create(
              new Tenant(
                  new TenantId(id),
                  id,
                  true,
                  new BigDecimal("10000"),
                  ZoneOffset.UTC,
                  new Uid("owner")),
              Map.of(),
              "test",
              NOW);
    }
    StoreCalls.await(
        FIRESTORE
            .document(Paths.slot(new TenantId("acme"), SLOT.start()))
            .set(
                StoredValue.map(
                    Map.of(
                        "state", "RUNNING",
                        "owner", "somebody else",
                        "lease_until", NOW.plusSeconds(30)))));
    CycleFanOut.Result result = start();
    assertThat(result.isComplete()).isFalse();
    assertThat(result.sessionIds()).hasSize(1);
    assertThat(errors())
        .singleElement()
        .satisfies(line -> assertThat(line.get("tenant").getAsString()).isEqualTo("acme"))
        .satisfies(
            line -> assertThat(line.get("slot").getAsString()).isEqualTo("2026-03-02T12:05:00Z"));
  }

  private CycleFanOut.Result start() {
    CloudParts parts =
        new CloudParts(
            "orchestrate",
            SETTINGS,
            FIRESTORE,
            CloudLog.to(new PrintStream(log, true, StandardCharsets.UTF_8)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return new InlineCycles(parts, new ActiveTenants(parts)).start(SLOT);
  }

  private List<JsonObject> errors() {
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .filter(line -> line.get("severity").getAsString().equals("ERROR"))
        .toList();
  }
}
