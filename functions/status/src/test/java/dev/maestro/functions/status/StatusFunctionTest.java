package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFunctionTest {
  private static Instant now;
  private static TestedFunction function;
  private static Acme acme;

  @BeforeAll
  static void start() {
    now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SharedEmulator.clear(People.PROJECT);
    acme = AcmePast.of(Acme.at(SharedEmulator.firestore(), now), now);
    function =
        TestedFunction.start(
            "status",
            StatusFunction.class,
            environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  static Map<String, String> environment(String project, String emulator) {
    return Map.of(
        "GOOGLE_CLOUD_PROJECT", project,
        "FIRESTORE_EMULATOR_HOST", emulator,
        "MAESTRO_AUDIENCE", People.AUDIENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity.json",
        "reads.json",
        "lists.json",
        "signals.json",
        "market.json",
        "readings.json",
        "config.json",
        "settings.json",
        "hooks.json"
      })
  void every_request_gets_its_answer_and_the_document_shows_it(String file) throws IOException {
    Map<String, List<String>> faults = new LinkedHashMap<>();
    for (Requests.Case request : Requests.of(file, now)) {
      HttpResponse<String> answer = request.send(function);
      List<String> wrong = new ArrayList<>(request.faults(answer));
      wrong.addAll(undocumented(request, answer.body()));
      if (!wrong.isEmpty()) {
        faults.put(request.name(), wrong);
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=%", "limit=%ZZ", "limit=%FF", "%C3=1"})
  void a_query_that_cannot_be_decoded_is_a_bad_request(String query) throws IOException {
    assertThat(raw("GET", "/api/maestro/decisions?" + query, People.header("viewer").orElseThrow()))
        .startsWith("HTTP/1.1 400 ")
        .contains("https://maestro.dev/problems/bad-query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/maestro/decisions%2Fd1",
        "/api/maestro%2fdecisions",
        "/api/maestro/decisions/..%2Fdecisions",
        "/api/maestro/decisions/d1%2F",
        "/api/maestro/intents/a%2Fb",
        "/api/maestro/market/BTC%2FUSD",
        "/api/maestro/config%2F",
        "/api/maestro/decisions/d1;x=1",
        "/api/maestro/decisions/%2e%2e",
        "/api/maestro/decisions/%5Cd1",
        "/api/maestro/decisions/d1%00",
        "/api/maestro/./decisions",
        "/api/maestro/x/../decisions",
        "/api/maestro//decisions",
        "/api/maestro/decisions/%",
        "/api/maestro/decisions/%ZZ",
        "/api/maestro/decisions/%C3",
        "/api/maestro/%64ecisions/d1/"
      })
  void an_odd_path_is_never_another_route(String path) throws IOException {
    assertThat(raw("GET", path, People.header("viewer").orElseThrow()))
        .startsWith("HTTP/1.1 40")
        .doesNotStartWith("HTTP/1.1 401")
        .doesNotContain("maestro_d1");
  }

  @Test
  void a_letter_may_be_encoded() throws IOException {
    assertThat(raw("GET", "/api/maestro/decisions/%64%31", People.header("viewer").orElseThrow()))
        .startsWith("HTTP/1.1 200 ")
        .contains("maestro_d1");
  }

  @Test
  void a_body_of_more_than_256_kib_is_refused_and_one_of_exactly_that_is_not() {
    assertThat(put("old", "{\"action\":\"HOLD\"}", JsonBody.LIMIT).statusCode()).isEqualTo(200);
    assertThat(put("old", "{\"action\":\"HOLD\"}", JsonBody.LIMIT + 1).statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_of_unknown_length_is_refused_while_it_is_read() {
    byte[] endless = " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        signal("old")
            .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)))
            .build();

    assertThat(Requests.send(request).statusCode()).isEqualTo(413);
  }

  @Test
  void of_signals_sent_at_once_the_newest_stands() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(6);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String text =
          "{\"action\":\"HOLD\",\"generated_at\":\""
              + CanonicalJson.time(now.plusMillis(i))
              + "\"}";
      calls.add(() -> put("rush", text, text.length()).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> call : senders.invokeAll(calls)) {
      statuses.add(call.get());
    }
    senders.shutdown();

    assertThat(statuses).isSubsetOf(200, 409).contains(200);
    assertThat(
            StoreCalls.await(acme.firestore.document("tenants/acme/signals/rush").get())
                .get("signal.generated_at"))
        .isEqualTo(CanonicalJson.time(now.plusMillis(5)));
  }

  @Test
  void a_policy_that_has_expired_is_missing_or_broken_blocks() {
    acme.set("tenants/solo/policy/current", Map.of("policy", "permissive"));
    for (String as : List.of("of another tenant", "solo")) {
      assertThat(Requests.send(function, "GET", "/api/maestro/policy", as).body())
          .contains("\"allow_new_trades\":false", "\"block_reasons\":[\"AWAITING_DATA\"]")
          .contains("\"max_risk_pct\":0,", "\"expired\":true");
    }
    StoreCalls.await(acme.firestore.document("tenants/solo/policy/current").delete());
    assertThat(Requests.send(function, "GET", "/api/maestro/policy", "solo").body())
        .contains("\"allow_new_trades\":false", "No policy has been decided yet");
  }

  @Test
  void a_policy_of_a_time_to_come_blocks() {
    Instant ahead = Instant.parse("2099-01-01T00:00:00Z");
    for (String field : List.of("evaluated_at", "expires_at")) {
      StoreCalls.await(
          acme.firestore
              .document("tenants/acme/policy/current")
              .update(field, StoredValue.time(ahead)));
    }
    assertThat(Requests.send(function, "GET", "/api/maestro/policy", "viewer").body())
        .contains("\"allow_new_trades\":false", "\"expired\":true");
  }

  /** Documented answers stand in docs/api.md as they are, every time replaced by one. */
  private static List<String> undocumented(Requests.Case request, String body) throws IOException {
    String shown = body.replaceAll("[0-9]{4}-[0-9-]+T[0-9:.]+Z", "2026-01-31T16:00:00.000Z");
    boolean isMissing =
        request.isDocumented()
            && !Files.readString(Path.of("..", "..", "docs", "api.md")).contains(shown);
    return isMissing ? List.of("docs/api.md must show: " + shown) : List.of();
  }

  /** The answer to a path that no URI can hold. */
  private static String raw(String method, String target, String authorization) throws IOException {
    URI address = function.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              (method + " " + target + " HTTP/1.1\r\nHost: status\r\nConnection: close\r\n")
                  .concat("Authorization: " + authorization + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<String> put(String strategy, String json, int bytes) {
    String padded = String.format(Locale.ROOT, "%-" + bytes + "s", json);
    return Requests.send(signal(strategy).PUT(HttpRequest.BodyPublishers.ofString(padded)).build());
  }

  private static HttpRequest.Builder signal(String strategy) {
    return HttpRequest.newBuilder(function.at("/api/maestro/signals/" + strategy))
        .header("Content-Type", "application/json")
        .header("Authorization", People.header("admin").orElseThrow());
  }
}
