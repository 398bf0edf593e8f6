package dev.maestro.functions.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.gson.Gson;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.schedule.ScheduledFunction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the functions do with events and minutes that are not as they should be. */
class PaperFunctionTest {
  private static final String PROJECT = "demo-paper-function";
  private static final TenantId TENANT = new TenantId("acme");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private CloudParts parts;

  @BeforeEach
  void an_empty_store() {
    SharedEmulator.clear(PROJECT);
    CloudSettings settings =
        CloudSettings.read(
            Map.of(
                "GOOGLE_CLOUD_PROJECT",
                PROJECT,
                "FIRESTORE_EMULATOR_HOST",
                SharedEmulator.firestore()));
    Firestore firestore = CloudFirestore.open(settings, new IoMeter());
    parts =
        new CloudParts(
            "paper",
            settings,
            firestore,
            CloudLog.to(new PrintStream(log, true, StandardCharsets.UTF_8)),
            Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC));
  }

  private static byte[] event(String data) {
    String message = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
    String body = new Gson().toJson(Map.of("message", Map.of("data", message)));
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] intent() {
    return event(
        new Gson()
            .toJson(
                Map.of(
                    "tenant", "acme",
                    "account", "main",
                    "nonce", "n1",
                    "strategy", "trend",
                    "kind", "ENTRY")));
  }

  private void paperAccount() {
    StoreCalls.await(parts.firestore().document(Paths.tenant(TENANT)).set(Map.of("active", true)));
    StoreCalls.await(
        parts
            .firestore()
            .document(Paths.of(TENANT, "accounts/main"))
            .set(Map.of("executor", "paper")));
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_message_that_nobody_can_read_is_dropped_with_an_alert() {
    new PaperFunction(parts).take(event("no json"), "e1");

    assertThat(StoreCalls.await(parts.firestore().collection(Paths.ALERTS).get()).getDocuments())
        .extracting(alert -> alert.getString("code"))
        .containsExactly("UNREADABLE_EVENT");
  }

  @Test
  void an_intent_of_an_account_that_names_nobody_is_left_alone() {
    new PaperFunction(parts).take(intent(), "e1");

    assertThat(logged()).isEmpty();
    assertThat(
            StoreCalls.await(parts.firestore().document(Paths.of(TENANT, "paper/main")).get())
                .exists())
        .isFalse();
  }

  @Test
  void an_intent_whose_tenant_cannot_be_read_is_not_delivered_for_ever() {
    paperAccount();
    new PaperFunction(parts).take(intent(), "e1");

    assertThat(logged()).contains("an intent was not taken");
  }

  @Test
  void an_account_that_cannot_be_worked_on_costs_only_itself() {
    paperAccount();

    ScheduledFunction.Result result =
        new PaperTickFunction(parts).run(Instant.parse("2026-03-02T12:00:00Z"));

    assertThat(result.isComplete()).isTrue();
    assertThat(result.fields().get("accounts")).isEqualTo(1);
    assertThat(result.fields().get("failed")).isEqualTo(1);
    assertThat(logged()).contains("no minute on paper");
  }
}
