package dev.maestro.functions.orchestrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.local.http.HttpCalls;
import dev.maestro.local.schedule.UnsignedToken;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function in the real framework, publishing to the real Pub/Sub emulator. */
class OrchestrateFunctionTest {
  private static final String PROJECT = "demo-orchestrate";
  private static final String AUDIENCE = "maestro-local";
  private static final String SCHEDULER = "scheduler@demo-orchestrate.iam.gserviceaccount.com";
  private static final Instant SLOT = Instant.parse("2026-03-02T12:05:00Z");

  private static Emulator pubsub;
  private static TestedFunction published;
  private static TestedFunction inline;

  @BeforeAll
  static void start() {
    pubsub = Emulator.pubsub(Ports.free(), Path.of("target"));
    HttpCalls.json("PUT", at("topics/maestro-cycles"), "{}");
    HttpCalls.json(
        "PUT",
        at("subscriptions/test"),
        "{\"topic\": \"projects/" + PROJECT + "/topics/maestro-cycles\"}");
    published = function("orchestrate", Map.of());
    inline = function("orchestrate-inline", Map.of("MAESTRO_FANOUT", "inline"));
    SharedEmulator.clear(PROJECT);
    Firestore firestore =
        CloudFirestore.open(
            CloudSettings.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());
    TenantStore tenants = new TenantStore(firestore);
    for (String id : new String[] {"acme", "globex", "asleep"}) {
      tenants.create(
          new Tenant(
              new TenantId(id),
              id,
              !id.equals("asleep"),
              new BigDecimal("10000"),
              ZoneOffset.UTC,
              new Uid("owner")),
          Map.of(),
          "test",
          Instant.now());
    }
  }

  @AfterAll
  static void stop() {
    published.close();
    inline.close();
    pubsub.close();
  }

  @Test
  void every_active_tenant_gets_one_message_with_the_scheduled_slot() throws Exception {
    HttpCalls.Answer answer = call(published, token(SCHEDULER, AUDIENCE), SLOT.plusSeconds(59));
    assertThat(answer.status()).isEqualTo(200);
    JsonObject body = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(body.get("slot").getAsString()).isEqualTo("2026-03-02T12:05:00Z");
    assertThat(body.get("tenants").getAsInt()).isEqualTo(2);
    assertThat(pulled(2))
        .containsExactly("acme 2026-03-02T12:05:00Z", "globex 2026-03-02T12:05:00Z");
  }

  @Test
  void inline_the_cycles_run_at_once_and_once() throws Exception {
    Instant slot = Slot.of(Instant.now()).start();
    JsonObject first = decided(slot);
    assertThat(first.getAsJsonArray("session_ids")).hasSize(2);
    JsonObject second = decided(slot);
    assertThat(second.has("session_ids")).isFalse();
  }

  @Test
  void a_topic_that_is_not_there_is_503_and_one_line() throws Exception {
    assertPutOff(
        "orchestrate-no-topic",
        PROJECT,
        Map.of("MAESTRO_CYCLES_TOPIC", "missing"),
        token(SCHEDULER, AUDIENCE));
  }

  /** The way to Google's keys is a proxy that is not there. */
  @Test
  void keys_that_cannot_be_reached_are_503_and_one_line() throws Exception {
    String nowhere = "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + Ports.free();
    String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}");
    signed += "." + encoded("{\"iss\":\"https://accounts.google.com\"}") + ".AAAA";
    assertPutOff(
        "orchestrate-no-keys", "trading", Map.of("JAVA_TOOL_OPTIONS", nowhere), "Bearer " + signed);
  }

  private static void assertPutOff(
      String name, String project, Map<String, String> variables, String token) throws Exception {
    try (TestedFunction function = function(name, project, variables)) {
      HttpRequest request =
          HttpRequest.newBuilder(function.address())
              .header("Authorization", token)
              .timeout(Duration.ofMinutes(2))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().keySet())
          .containsExactlyInAnyOrder("status", "detail");
      assertThat(answer.body()).doesNotContain("Exception");
    }
    assertThat(Files.readAllLines(Path.of("target", name + ".log")))
        .filteredOn(line -> line.contains(" put off\""))
        .hasSize(1)
        .allSatisfy(line -> assertThat(JsonParser.parseString(line).isJsonObject()).isTrue());
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "none, 401",
    "garbage, 401",
    "foreign audience, 401",
    "foreign caller, 403",
    "bad time, 400",
    "a time to come, 400"
  })
  void who_may_not_call_starts_nothing(String kind, int status) throws Exception {
    String token =
        switch (kind) {
          case "none" -> "";
          case "garbage" -> "Bearer a.b.c";
          case "foreign audience" -> token(SCHEDULER, "https://elsewhere.example");
          case "foreign caller" -> token("stranger@demo.iam.gserviceaccount.com", AUDIENCE);
          default -> token(SCHEDULER, AUDIENCE);
        };
    Map<String, String> headers = new TreeMap<>();
    if (!token.isEmpty()) {
      headers.put("authorization", token);
    }
    headers.put(
        "x-cloudscheduler-scheduletime",
        switch (kind) {
          case "bad time" -> "noon";
          case "a time to come" -> Instant.now().plus(Duration.ofHours(5)).toString();
          default -> SLOT.toString();
        });
    HttpCalls.Answer answer =
        HttpCalls.post(published.address(), headers, new byte[0], Duration.ofSeconds(30));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().get("detail").getAsString())
        .isNotBlank();
  }

  private static JsonObject decided(Instant slot) throws Exception {
    HttpCalls.Answer answer = call(inline, token(SCHEDULER, AUDIENCE), slot);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static HttpCalls.Answer call(TestedFunction function, String token, Instant time)
      throws IOException, InterruptedException {
    return HttpCalls.post(
        function.address(),
        Map.of("authorization", token, "x-cloudscheduler-scheduletime", time.toString()),
        new byte[0],
        Duration.ofSeconds(60));
  }

  private static String token(String email, String audience) {
    return "Bearer " + UnsignedToken.ofService(email, audience, Instant.now());
  }

  private static TestedFunction function(String name, Map<String, String> more) {
    return function(name, PROJECT, more);
  }

  private static TestedFunction function(String name, String project, Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("PUBSUB_EMULATOR_HOST", pubsub.host());
    environment.put("MAESTRO_AUDIENCE", AUDIENCE);
    environment.put("MAESTRO_SERVICE_CALLERS", SCHEDULER);
    return TestedFunction.start(
        name, OrchestrateFunction.class, project, SharedEmulator.firestore(), environment);
  }

  /** Tenant and slot of so many messages, and of whatever else is there then; sorted. */
  private static List<String> pulled(int messages) {
    List<String> pulled = new ArrayList<>();
    Instant deadline = Instant.now().plusSeconds(30);
    while (pulled.size() < messages && Instant.now().isBefore(deadline)) {
      pulled.addAll(pull());
    }
    pulled.addAll(pull());
    return pulled.stream().sorted().toList();
  }

  /** What is there now; it does not come again. */
  private static List<String> pull() {
    HttpCalls.Answer answer =
        HttpCalls.json(
            "POST",
            at("subscriptions/test:pull"),
            "{\"maxMessages\": 10, \"returnImmediately\": true}");
    JsonElement received =
        JsonParser.parseString(answer.body()).getAsJsonObject().get("receivedMessages");
    List<String> pulled = new ArrayList<>();
    for (JsonElement one : received == null ? new JsonArray() : received.getAsJsonArray()) {
      JsonObject delivery = one.getAsJsonObject();
      HttpCalls.json(
          "POST",
          at("subscriptions/test:acknowledge"),
          "{\"ackIds\": [" + delivery.get("ackId") + "]}");
      String data = delivery.getAsJsonObject("message").get("data").getAsString();
      JsonObject message =
          JsonParser.parseString(
                  new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
              .getAsJsonObject();
      pulled.add(message.get("tenant").getAsString() + " " + message.get("slot").getAsString());
    }
    return pulled;
  }

  private static URI at(String rest) {
    return pubsub.address().resolve("/v1/projects/" + PROJECT + "/" + rest);
  }
}
