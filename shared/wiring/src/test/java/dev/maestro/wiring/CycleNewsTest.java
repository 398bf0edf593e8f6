package dev.maestro.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fields of the lines that a cycle leaves in Cloud Logging. */
class CycleNewsTest {
  private static final String PROJECT = "demo-cycle-news";
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final CloudSettings SETTINGS =
      CloudSettings.emulated(PROJECT, SharedEmulator.firestore());
  private static final Firestore FIRESTORE = CloudFirestore.open(SETTINGS, new IoMeter());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final CloudParts parts =
      new CloudParts(
          "conduct",
          SETTINGS,
          FIRESTORE,
          CloudLog.to(new PrintStream(out, true, StandardCharsets.UTF_8)),
          clock);

  @BeforeEach
  void a_tenant_of_three_new_strategies() {
    SharedEmulator.clear(PROJECT);
    new TenantStore(FIRESTORE).create(Beginnings.tenant(TENANT), Beginnings.VALUES, "test", NOON);
    for (String id : List.of("alpha", "beta", "gamma")) {
      new StrategyStore(FIRESTORE)
          .add(TENANT, RegisteredStrategy.live(new StrategyId(id), new Uid("owner")));
    }
  }

  @Test
  void a_start_says_profile_interval_and_versions() {
    conduct();
    JsonObject start = line("start").orElseThrow();
    assertThat(start.get("evaluation_interval_minutes").getAsInt()).isEqualTo(30);
    assertThat(start.get("msc_enabled").getAsBoolean()).isTrue();
    assertThat(start.keySet()).contains("profile", "engine_version", "java_version", "revision");
  }

  @Test
  void an_evaluation_says_its_votes_scores_and_selection() {
    conduct();
    JsonObject mode = line("risk_mode").orElseThrow();
    assertThat(mode.get("risk_mode").getAsString()).isEqualTo("NORMAL");
    assertThat(mode.get("from_mode").isJsonNull()).isTrue();
    assertThat(mode.getAsJsonArray("reasons")).isNotEmpty();
    JsonObject selection = line("selection").orElseThrow();
    assertThat(selection.getAsJsonArray("probation")).hasSize(2);
    assertThat(selection.getAsJsonArray("scores")).hasSize(3);
    assertThat(selection.get("tenant").getAsString()).isEqualTo("acme");
    assertThat(selection.has("session_id")).isTrue();
  }

  @Test
  void a_policy_is_told_when_it_changes_and_not_again() {
    conduct();
    assertThat(line("policy_changed")).as("closed before and after").isEmpty();
    Map<String, Object> reducing = Map.of("state", "REDUCING", "reason", "a test", "by", "test");
    StoreCalls.await(FIRESTORE.document(Paths.of(TENANT, "control/state")).set(reducing));
    clock.pass(Duration.ofMinutes(5));
    conduct();
    JsonObject changed = line("policy_changed").orElseThrow();
    assertThat(changed.keySet()).contains("max_risk_pct", "note", "from", "loosened", "held");
    assertThat(changed.getAsJsonArray("block_reasons"))
        .extracting(JsonElement::getAsString)
        .contains("KILL_SWITCH");
    out.reset();
    clock.pass(Duration.ofMinutes(5));
    conduct();
    assertThat(line("policy_changed")).isEmpty();
    assertThat(line("risk_mode")).as("not due").isEmpty();
  }

  @Test
  void a_systemic_event_is_a_warning_and_an_alert_of_its_own() {
    for (String id : List.of("alpha", "beta", "gamma")) {
      StoreCalls.await(
          FIRESTORE
              .document(Paths.of(TENANT, "signals/" + id))
              .set(
                  Map.of(
                      "signal",
                      Map.of("action", "SELL", "symbol", "SPY"),
                      "received_at",
                      StoredValue.time(clock.instant()))));
    }
    conduct();
    JsonObject systemic = line("systemic_risk").orElseThrow();
    assertThat(systemic.get("severity").getAsString()).isEqualTo("WARNING");
    assertThat(systemic.get("sells").getAsInt()).isEqualTo(3);
    assertThat(StoreCalls.await(FIRESTORE.collection(Paths.ALERTS).get()).getDocuments())
        .extracting(alert -> alert.getString("code") + " " + alert.getString("severity"))
        .contains("SYSTEMIC_RISK WARNING");
    assertThat(lines())
        .filteredOn(line -> "\"SYSTEMIC_RISK\"".equals(String.valueOf(line.get("code"))))
        .extracting(line -> line.get("severity").getAsString())
        .containsExactly("WARNING");
  }

  private void conduct() {
    TenantCycles cycles = new TenantCycles(parts, new CalmMarket());
    CycleMessage message = new CycleMessage(TENANT, Slot.of(clock.instant()));
    TenantCycles.tell(parts.log(), message, cycles.conduct(message, "event"));
  }

  private Optional<JsonObject> line(String event) {
    return lines().stream()
        .filter(line -> line.has("event") && line.get("event").getAsString().equals(event))
        .findFirst();
  }

  private List<JsonObject> lines() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
