package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.FieldValue;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list of the API: its pages, its cursors, and entries that nobody can show. */
class ListCallsTest {
  private static Acme acme;
  private static TestedFunction function;

  /** A list: its route, the name of its entries, the name of their ids, and where they stand. */
  private record Listed(String path, String name, String key, String collection) {}

  static List<Listed> lists() {
    return List.of(
        new Listed("/api/maestro/alerts", "alerts", "id", "systemStatus/alerts/items"),
        new Listed("/api/maestro/signals", "signals", "strategy", "tenants/acme/signals"),
        new Listed("/api/maestro/strategies", "strategies", "id", "tenants/acme/strategies"),
        new Listed("/api/maestro/accounts", "accounts", "account", "tenants/acme/accounts"),
        new Listed("/api/maestro/members", "members", "uid", "tenants/acme/users"),
        new Listed("/api/maestro/market", "market", "symbol", "tenants/acme/marketData"),
        new Listed(
            "/api/maestro/policy/history", "history", "id", "tenants/acme/policy/current/history"),
        new Listed(
            "/api/msc/history", "history", "id", "tenants/acme/globalPolicy/current/history"),
        new Listed(
            "/api/maestro/decisions", "decisions", "id", "systemStatus/orchestration_logs/logs"));
  }

  @BeforeAll
  static void start() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SharedEmulator.clear(People.PROJECT);
    acme = AcmePast.of(Acme.at(SharedEmulator.firestore(), now), now);
    function =
        TestedFunction.start(
            "status-lists",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void an_entry_that_nobody_can_show_says_so_and_the_others_of_its_page_stand(Listed list) {
    List<JsonObject> before = entries(list, get(list.path()));
    String id = list.collection() + "/zz-odd";
    acme.set(
        id,
        Map.of(
            "tenant_id", "acme",
            "last_at", Instant.now(),
            "at", List.of(1L),
            "timestamp", Instant.now(),
            "updated_at", Instant.now(),
            "evaluated_at", Instant.now(),
            "signal", "BUY",
            "ai_summary", Double.NaN));
    List<JsonObject> after = entries(list, get(list.path()));
    StoreCalls.await(acme.firestore.document(id).delete());

    List<JsonObject> odd =
        after.stream()
            .filter(entry -> entry.get(list.key()) != null)
            .filter(entry -> entry.get(list.key()).getAsString().equals("zz-odd"))
            .toList();
    assertThat(odd).hasSize(1);
    String why = list.name().equals("signals") ? "error" : "unreadable";
    assertThat(odd.get(0).get(why).getAsString()).isNotBlank();
    List<JsonObject> others = new ArrayList<>(after);
    others.removeAll(odd);
    assertThat(others).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void page_by_page_every_entry_comes_once_and_in_order(Listed list) {
    List<JsonObject> all = entries(list, get(list.path()));
    List<JsonObject> walked = new ArrayList<>();
    String next = "";
    do {
      JsonObject page = get(list.path() + "?limit=1" + next);
      assertThat(page.getAsJsonArray(list.name()).size()).isLessThanOrEqualTo(1);
      walked.addAll(entries(list, page));
      next = page.get("next").isJsonNull() ? "" : "&before=" + page.get("next").getAsString();
    } while (!next.isEmpty());

    assertThat(all).isNotEmpty();
    assertThat(walked).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1.5", "", "x", "1e2", "00001"})
  void a_limit_that_is_none_is_refused_by_every_list(String limit) {
    for (Listed list : lists()) {
      refused(list.path() + "?limit=" + limit, "viewer", "limit");
    }
    refused("/api/maestro/performance?limit=" + limit, "viewer", "limit");
  }

  @Test
  void a_cursor_is_good_for_its_own_list_of_its_own_tenant_alone() {
    String cursor = get("/api/maestro/strategies?limit=1").get("next").getAsString();
    Set<String> wrong = new HashSet<>(Set.of("x", "%2F", "..", "__a__", "AAAA", "=", "%C3%A9"));
    wrong.add(cursor.substring(1));
    wrong.add(cursor + "A");
    wrong.add("A".repeat(4000));
    for (Listed list : lists()) {
      for (String other : wrong) {
        refused(list.path() + "?before=" + other, "viewer", "before");
      }
      if (!list.name().equals("strategies")) {
        refused(list.path() + "?before=" + cursor, "viewer", "before");
      }
      refused(list.path() + "?before=" + cursor, "of another tenant", "before");
    }
    refused("/api/maestro/performance?before=" + cursor, "viewer", "before");
  }

  @Test
  void a_cursor_of_one_history_is_none_of_another() {
    String modes = get("/api/msc/history?limit=1").get("next").getAsString();

    refused("/api/maestro/policy/history?before=" + modes, "viewer", "before");
  }

  @Test
  void an_entry_that_is_gone_ends_no_list_by_id() {
    acme.set("tenants/acme/signals/aaa", Map.of("signal", Map.of("action", "HOLD")));
    String next = get("/api/maestro/signals?limit=1").get("next").getAsString();
    StoreCalls.await(acme.firestore.document("tenants/acme/signals/aaa").delete());

    assertThat(get("/api/maestro/signals?before=" + next).getAsJsonArray("signals")).hasSize(1);
  }

  @Test
  void nothing_of_one_tenant_is_shown_to_another() {
    for (Listed list : lists()) {
      String body = Requests.send(function, "GET", list.path(), "of another tenant").body();
      assertThat(body).doesNotContain("acme", "momentum", "EUR/USD", "10250.75", "maestro_d");
    }
    for (String path : List.of("control", "performance", "market/EUR~2FUSD")) {
      String body =
          Requests.send(function, "GET", "/api/maestro/" + path, "of another tenant").body();
      assertThat(body).doesNotContain("acme", "momentum", "EUR/USD", "REDUCED");
    }
  }

  @Test
  void a_mode_change_beside_an_entry_that_cannot_be_read_is_not_guessed() {
    String newest = "tenants/acme/globalPolicy/current/history/h2";
    StoreCalls.await(acme.firestore.document(newest).update("risk_mode", "WILD"));
    JsonObject history = get("/api/msc/history");
    StoreCalls.await(acme.firestore.document(newest).update("risk_mode", "NORMAL"));

    assertThat(history.getAsJsonArray("mode_changes")).isEmpty();
    assertThat(history.getAsJsonArray("history")).hasSize(2);
    assertThat(history.toString()).contains("risk_mode must be one of");
  }

  @Test
  void a_kill_switch_that_is_lost_or_odd_shows_as_reducing() {
    for (Object state : List.of("WILD", FieldValue.delete())) {
      StoreCalls.await(
          acme.firestore.document("tenants/acme/control/state").update("state", state));
      JsonObject shown = get("/api/maestro/control");
      assertThat(shown.get("state").getAsString()).isEqualTo("REDUCING");
      assertThat(shown.get("reason").getAsString()).contains("missing or unreadable");
    }
    StoreCalls.await(
        acme.firestore.document("tenants/acme/control/state").update("state", "ACTIVE"));
    acme.set("systemStatus/control", StoredValue.map(Map.of("state", 1L)));
    JsonObject shown = get("/api/maestro/control");
    StoreCalls.await(acme.firestore.document("systemStatus/control").delete());

    assertThat(shown.get("state").getAsString()).isEqualTo("REDUCING");
    assertThat(shown.getAsJsonObject("tenant").get("state").getAsString()).isEqualTo("ACTIVE");
  }

  @Test
  void closed_days_that_cannot_be_read_are_unknown_and_no_numbers() {
    String place = "tenants/acme/maestro/throttle";
    Map<String, Object> before = acme.fields(place);
    acme.set(place, Map.of("strategies", "none", "closed_day", "x"));
    JsonObject shown = get("/api/maestro/performance");
    acme.set(place, before);

    assertThat(shown.get("closed_day").isJsonNull()).isTrue();
    assertThat(shown.get("unreadable").getAsString()).isNotBlank();
    assertThat(
            shown.getAsJsonArray("performance").get(0).getAsJsonObject().get("days").isJsonNull())
        .isTrue();
  }

  @Test
  void a_ranking_without_known_trades_shows_no_figure() {
    String place = "tenants/acme/maestro/stats";
    Map<String, Object> before = acme.fields(place);
    acme.set(place, Map.of("trades", "lost"));
    JsonObject shown = get("/api/msc/strategies");
    acme.set(place, before);

    assertThat(shown.get("trades_up_to").isJsonNull()).isTrue();
    for (JsonElement row : shown.getAsJsonArray("rankings")) {
      for (String name : List.of("score", "metrics", "score_breakdown", "eligible")) {
        assertThat(row.getAsJsonObject().get(name).isJsonNull()).as(name).isTrue();
      }
    }
    assertThat(get("/api/msc/strategies").toString()).contains("\"profit_factor\":3");
  }

  private static JsonObject get(String path) {
    HttpResponse<String> answer = Requests.send(function, "GET", path, "viewer");
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static void refused(String path, String as, String field) {
    HttpResponse<String> answer = Requests.send(function, "GET", path, as);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(422);
    JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(problem.get("field").getAsString()).as(path).isEqualTo(field);
  }

  private static List<JsonObject> entries(Listed list, JsonObject page) {
    JsonArray entries = page.getAsJsonArray(list.name());
    return entries.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}
