package dev.maestro.functions.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.firestore.store.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and events as they come, in the real functions framework. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotFunctionTest {
  private final SnapshotStack stack = new SnapshotStack();

  @AfterAll
  void close() {
    stack.close();
  }

  static Stream<Arguments> requests() throws IOException {
    return rows("/requests.json");
  }

  static Stream<Arguments> events() throws IOException {
    return rows("/events.json");
  }

  @ParameterizedTest(name = "a request {0}")
  @MethodSource("requests")
  void a_request_is_answered(String name, JsonObject request) {
    HttpResponse<String> answer = stack.call(headers(request));
    assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(status(request));
    if (request.has("answer")) {
      assertThat(JsonParser.parseString(answer.body())).isEqualTo(request.get("answer"));
    } else {
      assertThat(answer.body()).contains("refused");
    }
  }

  @ParameterizedTest(name = "an event {0}")
  @MethodSource("events")
  void an_event_is_acknowledged_and_what_is_wrong_with_it_is_an_alert(
      String name, JsonObject event) {
    String body =
        event.has("body")
            ? event.get("body").toString()
            : SnapshotStack.event(event.get("message").getAsString());
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    assertThat(stack.deliver(name.replace(' ', '-'), body)).as(name).isBetween(200, 299);
    LocalDate after = LocalDate.now(ZoneOffset.UTC);
    if (event.has("alert")) {
      String alert = Paths.ALERTS + "/" + event.get("alert").getAsString() + "_";
      assertThat(Stream.of(before, after))
          .as(alert)
          .anyMatch(day -> stack.document(alert + day).exists());
    }
  }

  @Test
  void a_call_becomes_a_message_and_the_message_becomes_rows() {
    HttpResponse<String> answer =
        stack.call(
            Map.of(
                "Authorization",
                "Bearer " + SnapshotStack.token(SnapshotStack.CALLER),
                "X-CloudScheduler-ScheduleTime",
                "2026-03-05T00:10:00Z"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(stack.deliver("one", stack.published())).isBetween(200, 299);
    assertThat(
            stack
                .document("tenants/T/strategy_performance/u__A__2026-03-04")
                .getString("realized_pnl"))
        .isEqualTo("7.25");
    assertThat(stack.document("tenants/T/maestro/throttle").getString("closed_day"))
        .isEqualTo("2026-03-04");
    assertThat(stack.document("users/u/maestro/weights").getString("tenant_id")).isEqualTo("T");
  }

  private static Map<String, String> headers(JsonObject request) {
    Map<String, String> headers = new HashMap<>();
    if (request.has("caller")) {
      String caller = request.get("caller").getAsString();
      String email = caller.equals("scheduler") ? SnapshotStack.CALLER : caller;
      headers.put("Authorization", "Bearer " + SnapshotStack.token(email));
    }
    if (request.has("scheduled")) {
      headers.put("X-CloudScheduler-ScheduleTime", request.get("scheduled").getAsString());
    }
    return headers;
  }

  private static int status(JsonObject request) {
    return request.get("status").getAsInt();
  }

  private static Stream<Arguments> rows(String file) throws IOException {
    try (InputStream rows =
        Objects.requireNonNull(SnapshotFunctionTest.class.getResourceAsStream(file))) {
      JsonElement all = JsonParser.parseReader(new InputStreamReader(rows, StandardCharsets.UTF_8));
      return StreamSupport.stream(all.getAsJsonArray().spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(row -> Arguments.of(row.get("name").getAsString(), row));
    }
  }
}
