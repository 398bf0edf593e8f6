package dev.maestro.functions.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import dev.maestro.wiring.CloudFirestore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;

/** Both functions in the real framework, between the real emulators, with one tenant {@code T}. */
final class SnapshotStack implements AutoCloseable {
  static final String CALLER = "scheduler@demo-snapshot.iam.gserviceaccount.com";

  private static final String PROJECT = "demo-snapshot";
  private static final String SUBSCRIPTION = "projects/" + PROJECT + "/subscriptions/snapshots";
  private static final Path LOGS = Path.of("target", "logs");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Firestore firestore;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Emulator pubsub = Emulator.pubsub(Ports.free(), LOGS);
  private final TestedFunction snapshot;
  private final TestedFunction snapshotTenant;

  SnapshotStack() {
    SharedEmulator.clear(PROJECT);
    Map<String, String> environment =
        Map.of(
            "GOOGLE_CLOUD_PROJECT",
            PROJECT,
            "FIRESTORE_EMULATOR_HOST",
            SharedEmulator.firestore(),
            "PUBSUB_EMULATOR_HOST",
            pubsub.host(),
            "MAESTRO_AUDIENCE",
            "test",
            "MAESTRO_SERVICE_CALLERS",
            CALLER);
    firestore = CloudFirestore.open(CloudSettings.read(environment), new IoMeter());
    tenant();
    String topic = "projects/" + PROJECT + "/topics/maestro-snapshots";
    pubsub("PUT", topic, "{}");
    pubsub("PUT", SUBSCRIPTION, "{\"topic\": \"" + topic + "\"}");
    snapshot = TestedFunction.start("snapshot", SnapshotFunction.class, environment);
    snapshotTenant =
        TestedFunction.start("snapshot-tenant", SnapshotTenantFunction.class, environment);
  }

  private void tenant() {
    Tenant tenant =
        new Tenant(
            new TenantId("T"), "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("u"));
    new TenantStore(firestore).create(tenant, Map.of(), "test", Instant.EPOCH);
    new StrategyStore(firestore)
        .add(new TenantId("T"), RegisteredStrategy.live(new StrategyId("A"), new Uid("u")));
    StoreCalls.await(
        firestore
            .document(Paths.trade(new Uid("u"), "one"))
            .set(
                StoredValue.map(
                    Map.of(
                        "agent_id", "A",
                        "closed_at", Instant.parse("2026-03-04T12:00:00Z"),
                        "realized_pnl", "7.25",
                        "entry_price", "10",
                        "quantity", "1"))));
  }

  /** Calls the scheduled function. */
  HttpResponse<String> call(Map<String, String> headers) {
    return send("POST", snapshot.address().toString(), "", headers);
  }

  /** Delivers an event as Pub/Sub does; answers the status. */
  int deliver(String id, String body) {
    Map<String, String> headers =
        Map.of(
            "ce-id", id,
            "ce-source",
                "//pubsub.googleapis.com/projects/" + PROJECT + "/topics/maestro-snapshots",
            "ce-type", "google.cloud.pubsub.topic.v1.messagePublished",
            "ce-specversion", "1.0",
            "content-type", "application/json");
    return send("POST", snapshotTenant.address().toString(), body, headers).statusCode();
  }

  /** The text of an event that holds a message. */
  static String event(String message) {
    String data = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
    return "{\"message\": {\"data\": \"" + data + "\"}, \"subscription\": \"s\"}";
  }

  /** A message of the topic, as an event; waits until there is one. */
  String published() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      JsonArray messages = pulled();
      if (!messages.isEmpty()) {
        JsonElement message = messages.get(0).getAsJsonObject().get("message");
        return "{\"message\": " + message + ", \"subscription\": \"s\"}";
      }
    }
    throw new IllegalStateException("nothing was published");
  }

  private JsonArray pulled() {
    String answer = pubsub("POST", SUBSCRIPTION + ":pull", "{\"maxMessages\": 1}");
    JsonElement messages = JsonParser.parseString(answer).getAsJsonObject().get("receivedMessages");
    return messages == null ? new JsonArray() : messages.getAsJsonArray();
  }

  private String pubsub(String method, String path, String body) {
    HttpResponse<String> answer =
        send(
            method,
            pubsub.address() + "v1/" + path,
            body,
            Map.of("content-type", "application/json"));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return answer.body();
  }

  /** A token that only an emulator takes. */
  static String token(String email) {
    String claims =
        "{\"iss\": \"https://accounts.google.com\", \"aud\": \"test\", \"exp\": 4102444800, "
            + "\"email\": \""
            + email
            + "\"}";
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\": \"none\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".";
  }

  DocumentSnapshot document(String path) {
    return StoreCalls.await(firestore.document(path).get());
  }

  private HttpResponse<String> send(
      String method, String address, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new IllegalStateException(address + " does not answer", gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  @Override
  public void close() {
    snapshot.close();
    snapshotTenant.close();
    pubsub.close();
  }
}
