package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.route.Route;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What every route refuses, whatever it is for. The routes come from the table, and who may take
 * each of them with which body from requests/every-route.json, so that a new route is in it too.
 */
class BadInputTest {
  /** These cost a signal its entry or are dropped: it may still be an exit (docs/api.md). */
  private static final Set<String> TOLERATED_OF_SIGNALS =
      Set.of("allocation", "confidence", "price", "stop_price", "reasoning");

  private static final Map<String, Requests.Case> GOOD = new TreeMap<>();
  private static TestedFunction function;

  @BeforeAll
  static void start() throws Problem {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SharedEmulator.clear(People.PROJECT);
    OpenLedger.at(SharedEmulator.firestore(), now);
    for (Requests.Case row : Requests.of("every-route.json", now)) {
      GOOD.putIfAbsent(TestedTable.ROUTES.of(row.method(), row.path()).route().name(), row);
    }
    function =
        TestedFunction.start(
            "status-bad-input",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @Test
  void a_parameter_that_is_unknown_or_comes_twice_is_refused_by_every_route() {
    for (Route route : TestedTable.ROUTES.all()) {
      refused(route, "?nonsense=1", 422, "nonsense");
      for (String name : route.about().names()) {
        refused(route, "?" + name + "=1&" + name + "=1", 422, name);
      }
    }
  }

  @Test
  void a_page_has_1_to_200_entries_and_begins_with_one_of_the_tenants_own() {
    for (Route route : TestedTable.ROUTES.all()) {
      if (route.about().parameters().contains(QueryParameter.LIMIT)) {
        for (String limit : List.of("0", "201", "-1", "1.5", "x", "")) {
          refused(route, "?limit=" + limit, 422, "limit");
        }
      }
      if (route.about().parameters().contains(QueryParameter.BEFORE)) {
        refused(route, "?before=g1", 422, "before");
      }
    }
  }

  @Test
  void an_encoded_slash_makes_no_other_path_of_any_route() {
    for (Route route : TestedTable.ROUTES.all()) {
      String path = path(route);
      for (String odd :
          List.of(
              path + "%2F",
              path + "%2Fx",
              path + "/",
              "/" + path.substring(1).replaceFirst("/|$", "%2f"),
              path + "/..%2f")) {
        HttpResponse<String> answer = send(route, odd, "application/json", body(route));
        assertThat(answer.statusCode()).as(route.name() + " " + odd).isIn(400, 404);
      }
    }
  }

  @Test
  void a_body_that_is_none_is_refused_by_every_route_that_takes_one() {
    for (Route route : takers()) {
      String good = body(route);
      String deep = "[".repeat(15) + "]".repeat(15);
      String twice = good.replaceFirst("\\{", "{\"x\": 1, \"x\": 2, ");
      String large = good + " ".repeat(JsonBody.LIMIT);
      bodyRefused(route, "text/plain", good, 415);
      bodyRefused(route, "application/json", large, 413);
      bodyRefused(route, "application/json", good.replaceFirst("\\{", "{\"x\":" + deep + ","), 400);
      bodyRefused(route, "application/json", twice, 400);
      for (String none : List.of("", "[]", "null", "{", good + good, "{'a': 1}", "{\"a\": NaN}")) {
        bodyRefused(route, "application/json", none, 400);
      }
    }
  }

  @Test
  void a_field_that_is_unknown_is_refused_by_every_route_that_takes_a_body() {
    for (Route route : takers()) {
      JsonObject body = JsonParser.parseString(body(route)).getAsJsonObject();
      body.addProperty("nonsense", 1);
      HttpResponse<String> answer = bodyRefused(route, "application/json", body.toString(), 422);
      assertThat(answer.body()).as(route.name()).contains("nonsense");
    }
  }

  @Test
  void a_field_of_another_type_is_refused_by_every_route_that_takes_a_body() {
    List<String> taken = new ArrayList<>();
    JsonArray odd = new JsonArray();
    odd.add(new JsonArray());
    for (Route route : takers()) {
      for (String name : fields(route)) {
        JsonObject body = JsonParser.parseString(body(route)).getAsJsonObject();
        body.add(name, odd);
        HttpResponse<String> answer = send(route, path(route), "application/json", body.toString());
        boolean isTolerated =
            (route.name().startsWith("PUT /api/maestro/signals/")
                    || route.name().startsWith("POST /api/maestro/hooks/"))
                && TOLERATED_OF_SIGNALS.contains(name);
        if (answer.statusCode() != 422 && !isTolerated) {
          taken.add(route.name() + " " + name + ": " + answer.statusCode() + " " + answer.body());
        }
      }
    }
    assertThat(taken).isEmpty();
  }

  private static List<Route> takers() {
    return TestedTable.ROUTES.all().stream()
        .filter(route -> route.about().body().isPresent())
        .toList();
  }

  /** Those that openapi.json tells, and those that the good call has. */
  private static Set<String> fields(Route route) {
    Set<String> names = new TreeSet<>();
    route
        .about()
        .body()
        .flatMap(shape -> shape.schema().get("properties"))
        .ifPresent(known -> ((Map<?, ?>) known).keySet().forEach(name -> names.add("" + name)));
    names.addAll(JsonParser.parseString(body(route)).getAsJsonObject().keySet());
    return names;
  }

  private static void refused(Route route, String query, int status, String field) {
    HttpResponse<String> answer = send(route, path(route) + query, "application/json", body(route));
    String what = route.name() + " " + query + " " + answer.body();
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
    assertThat(answer.body()).as(what).contains("\"field\":\"" + field + "\"");
  }

  private static HttpResponse<String> bodyRefused(
      Route route, String type, String body, int status) {
    HttpResponse<String> answer = send(route, path(route), type, body);
    String shown = body.length() > 300 ? body.length() + " characters" : body;
    assertThat(answer.statusCode())
        .as(route.name() + " " + type + " " + shown + " " + answer.body())
        .isEqualTo(status);
    return answer;
  }

  private static HttpResponse<String> send(Route route, String path, String type, String body) {
    JsonObject row = new JsonObject();
    row.addProperty("request", route.method() + " " + path);
    row.addProperty("as", good(route).as());
    row.addProperty("type", type);
    if (!route.method().equals("GET")) {
      row.addProperty("text", body);
    }
    return new Requests.Case(row).send(function);
  }

  private static Requests.Case good(Route route) {
    return Optional.ofNullable(GOOD.get(route.name()))
        .orElseThrow(() -> new AssertionError("every-route.json has no call of " + route.name()));
  }

  private static String path(Route route) {
    return good(route).path().split("[?]", 2)[0];
  }

  private static String body(Route route) {
    return good(route).body().orElse("{}");
  }
}
