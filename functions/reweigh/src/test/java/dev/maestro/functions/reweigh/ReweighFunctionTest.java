package dev.maestro.functions.reweigh;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.local.http.HttpCalls;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as files, sent to the function in the real functions framework, on the emulator. */
class ReweighFunctionTest {
  private static final String PROJECT = "demo-reweigh";
  private static final Path EVENTS = Path.of("src", "test", "resources", "events");
  private static Firestore firestore;
  private static TestedFunction function;

  @BeforeAll
  static void start() {
    String host = SharedEmulator.firestore();
    firestore = CloudFirestore.open(CloudSettings.emulated(PROJECT, host), new IoMeter());
    function = TestedFunction.start("reweigh", ReweighFunction.class, PROJECT, host, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    function.close();
    firestore.close();
  }

  @BeforeEach
  void two_trades() {
    SharedEmulator.clear(PROJECT);
    for (String id : List.of("t1", "t\u00e9 1")) {
      Map<String, Object> trade =
          Map.of(
              "agent_id", "A",
              "closed_at", "2026-01-05T12:00:00Z",
              "realized_pnl", "5",
              "entry_price", "10",
              "quantity", "1");
      StoreCalls.await(firestore.collection(Paths.journal(new Uid("ada"))).document(id).set(trade));
    }
  }

  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_followed_or_dropped_with_an_alert(Path file) throws Exception {
    JsonObject event = JsonParser.parseString(Files.readString(file)).getAsJsonObject();

    assertThat(send(event)).isEqualTo(200);

    assertThat(weights().exists()).isEqualTo(event.get("weighed").getAsBoolean());
    assertThat(alerts())
        .isEqualTo(
            event.getAsJsonArray("alerts").asList().stream()
                .map(JsonElement::getAsString)
                .toList());
  }

  @Test
  void an_event_that_comes_again_makes_no_second_revision() throws Exception {
    assertThat(sendGood()).isEqualTo(200);
    assertThat(sendGood()).isEqualTo(200);

    assertThat(weights().getLong("revision")).isEqualTo(1);
    assertThat(log()).isEqualTo(1);
  }

  @Test
  void without_any_valid_settings_nothing_is_weighed_and_an_alert_says_so() throws Exception {
    configure(Map.of("version", 1L, "values", weightsSection(Map.of("lookback", 5L))));

    assertThat(sendGood()).isEqualTo(200);

    assertThat(weights().exists()).isFalse();
    assertThat(log()).isZero();
    assertThat(alerts()).containsExactly("ada WEIGHTS_REFUSED");
  }

  @Test
  void the_last_valid_settings_stand_while_the_newest_are_wrong() throws Exception {
    configure(
        Map.of(
            "version", 2L,
            "values", weightsSection(Map.of("lookback_trades", "many")),
            "valid",
                Map.of("version", 1L, "values", weightsSection(Map.of("lookback_trades", 5L)))));

    assertThat(sendGood()).isEqualTo(200);

    assertThat(StoredFields.of(weights()).fields("config").get("lookback_trades", Kinds.WHOLE))
        .isEqualTo(5);
    assertThat(alerts()).containsExactly("ada INVALID_CONFIGURATION");
  }

  @Test
  void more_windows_than_a_document_holds_are_refused_with_an_alert_and_not_retried()
      throws Exception {
    List<String> agents =
        IntStream.range(0, 41).mapToObj(i -> i == 0 ? "A" : "agent-" + i).toList();
    Map<String, Object> values = weightsSection(Map.of("agent_ids", agents));
    configure(
        Map.of("version", 1L, "values", values, "valid", Map.of("version", 1L, "values", values)));

    assertThat(sendGood()).isEqualTo(200);

    assertThat(weights().exists()).isFalse();
    assertThat(log()).isZero();
    assertThat(alerts()).containsExactly("ada WEIGHTS_REFUSED");
  }

  @Test
  void a_refusal_is_told_to_the_tenant_whose_weights_they_are() throws Exception {
    List<String> agents = IntStream.range(0, 41).mapToObj(i -> "agent-" + i).toList();
    Map<String, Object> config = Map.of("agent_ids", agents, "enforce_performance", true);
    StoreCalls.await(
        firestore
            .document(Paths.performance(new Uid("ada")))
            .set(Map.of("tenant_id", "acme", "revision", 1L, "config", config)));
    StoreCalls.await(firestore.document(Paths.config(new TenantId("acme"))).set(Map.of()));
    join(new TenantId("acme"));

    assertThat(sendGood()).isEqualTo(200);

    assertThat(alerts()).containsExactly("acme WEIGHTS_REFUSED");
  }

  private static Map<String, Object> weightsSection(Map<String, Object> settings) {
    return Map.of("weights", settings);
  }

  /** Stores a configuration as it lies there, beside the facts of its tenant. */
  private static void configure(Map<String, Object> document) {
    Map<String, Object> fields = new HashMap<>(document);
    fields.put(
        "tenant",
        Map.of(
            "name", "Ada",
            "active", true,
            "base_capital", "10000",
            "timezone", "UTC",
            "owner_uid", "ada"));
    StoreCalls.await(firestore.document(Paths.config(new TenantId("ada"))).set(fields));
    join(new TenantId("ada"));
  }

  private static void join(TenantId tenant) {
    StoreCalls.await(
        firestore.document(Paths.of(tenant, "users/ada")).set(Map.of("role", "admin")));
  }

  private static DocumentSnapshot weights() {
    return StoreCalls.await(firestore.document(Paths.weights(new Uid("ada"))).get());
  }

  private static int log() {
    return StoreCalls.await(firestore.collection(Paths.WEIGHTS_LOGS).get()).size();
  }

  private static List<String> alerts() {
    return StoreCalls.await(firestore.collection(Paths.ALERTS).get()).getDocuments().stream()
        .map(alert -> alert.getString("tenant_id") + " " + alert.getString("code"))
        .sorted()
        .toList();
  }

  private static int sendGood() throws IOException, InterruptedException {
    return send(
        JsonParser.parseString(Files.readString(EVENTS.resolve("good.json"))).getAsJsonObject());
  }

  private static int send(JsonObject event) throws IOException, InterruptedException {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-source", "//firestore.googleapis.com/projects/" + PROJECT);
    headers.put("content-type", "application/protobuf");
    for (String attribute : List.of("type", "id", "document", "subject")) {
      if (event.has(attribute)) {
        headers.put("ce-" + attribute, event.get(attribute).getAsString());
      }
    }
    return HttpCalls.post(function.address(), headers, new byte[0], Duration.ofSeconds(60))
        .status();
  }
}
