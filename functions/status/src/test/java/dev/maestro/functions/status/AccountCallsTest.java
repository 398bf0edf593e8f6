package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCallsTest {
  private static final String PATH = "tenants/acme/accounts/main";
  private static TestedFunction function;

  private Instant now;
  private LedgerRoom room;
  private LedgerDesk desk;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "status-accounts",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @BeforeEach
  void a_ledger_is_born() {
    SharedEmulator.clear(People.PROJECT);
    now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(10);
    MovableClock clock = new MovableClock(now);
    room = new LedgerRoom(Acme.at(SharedEmulator.firestore(), now).firestore, clock);
    desk = new LedgerDesk(room, clock).open();
  }

  private Map<String, Object> account() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("equity", "90000.123456");
    body.put("buying_power", 50000);
    body.put("as_of", now.plusSeconds(5).toString());
    body.put("positions", List.of(Map.of("symbol", "SPY", "quantity", "3", "avg_price", "500.5")));
    return body;
  }

  @Test
  void an_account_is_taken_into_the_ledger_and_shown_and_the_day_of_cycles_stays() {
    room.set(
        PATH,
        Map.of(
            "day",
            "2026-03-02",
            "day_start_equity",
            "1",
            "executor",
            "exec-1",
            "as_of",
            now.minusSeconds(60)));

    JsonObject taken = put("feeder", account(), 200);

    assertThat(taken.get("code").getAsString()).isEqualTo("ACCEPTED");
    assertThat(taken.getAsJsonArray("drift").toString()).isEqualTo("[\"SPY\"]");
    Fields shown = room.find(PATH).orElseThrow();
    assertThat(shown.get("equity", Kinds.TEXT)).isEqualTo("90000.123456");
    assertThat(shown.get("day", Kinds.TEXT)).isEqualTo("2026-03-02");
    assertThat(shown.get("day_start_equity", Kinds.TEXT)).isEqualTo("1");
    assertThat(shown.get("executor", Kinds.TEXT)).isEqualTo("exec-1");
    assertThat(shown.get("as_of", Kinds.TIME)).isEqualTo(now.plusSeconds(5));
    assertThat(desk.ledger().account().orElseThrow().equity().toString()).isEqualTo("90000.1234");
  }

  @ParameterizedTest
  @CsvSource({
    "symbol, $$, 0",
    "quantity, NaN, 0",
    "avg_price, 0, 0",
    "multiplier, -1, 0",
  })
  void one_bad_position_is_named_and_lets_no_entry_pass_until_a_valid_one_comes(
      String field, String value, int at) {
    Map<String, Object> position = new LinkedHashMap<>();
    position.putAll(Map.of("symbol", "SPY", "quantity", "3", "avg_price", "500.5"));
    position.put(field, value);
    Map<String, Object> body = account();
    body.put("positions", List.of(position));

    JsonObject refused = put("feeder", body, 422);

    assertThat(refused.get("code").getAsString()).isEqualTo("INVALID_SNAPSHOT");
    assertThat(refused.get("field").getAsString()).isEqualTo("positions[" + at + "]." + field);
    assertThat(room.find(PATH)).isEmpty();
    assertThat(desk.ledger().account().orElseThrow().refusedSince()).isTrue();
    put("feeder", account(), 200);
    assertThat(desk.ledger().account().orElseThrow().refusedSince()).isFalse();
  }

  @Test
  void a_position_that_is_null_is_no_shorter_list() {
    String text =
        "{\"equity\": 1, \"buying_power\": 1, \"as_of\": \""
            + now.plusSeconds(5)
            + "\", \"positions\": [null]}";
    assertThat(send("feeder", "main", text).statusCode()).isEqualTo(422);
    assertThat(desk.ledger().account().orElseThrow().refusedSince()).isTrue();
  }

  @Test
  void a_snapshot_from_the_future_an_old_one_or_an_empty_one_changes_nothing() {
    put("feeder", account(), 200);
    Fields shown = room.find(PATH).orElseThrow();
    Map<String, Object> ahead = account();
    ahead.put("as_of", Instant.now().plusSeconds(60).toString());
    assertThat(put("feeder", ahead, 422).get("code").getAsString()).isEqualTo("FROM_FUTURE");
    assertThat(put("feeder", account(), 409).get("code").getAsString()).isEqualTo("STALE");
    assertThat(put("feeder", Map.of(), 422).get("field").getAsString()).isEqualTo("as_of");
    assertThat(room.find(PATH).orElseThrow().values()).isEqualTo(shown.values());
  }

  @Test
  void another_executor_is_named_by_an_admin_alone() {
    Map<String, Object> named = account();
    named.put("executor", "exec-1");
    put("feeder", named, 200);
    named.put("executor", "mallory");
    named.put("as_of", now.plusSeconds(6).toString());
    assertThat(put("feeder", named, 422).get("field").getAsString()).isEqualTo("executor");
    assertThat(room.find(PATH).orElseThrow().get("executor", Kinds.TEXT)).isEqualTo("exec-1");
    put("admin", named, 200);
    assertThat(room.find(PATH).orElseThrow().get("executor", Kinds.TEXT)).isEqualTo("mallory");
  }

  @Test
  void another_account_has_its_own_ledger_and_changes_nothing_of_this_one() {
    var before = desk.ledger();
    assertThat(send("feeder", "other", new Gson().toJson(account())).statusCode()).isEqualTo(200);
    assertThat(desk.ledger()).isEqualTo(before);
    assertThat(room.find("tenants/acme/accounts/other")).isPresent();
    assertThat(send("feeder", "a b", new Gson().toJson(account())).statusCode()).isEqualTo(404);
    for (String as : List.of("viewer", "exec-1", "operator")) {
      assertThat(send(as, "main", new Gson().toJson(account())).statusCode()).isEqualTo(403);
    }
  }

  private static JsonObject put(String as, Map<String, ?> body, int status) {
    HttpResponse<String> answer = send(as, "main", new Gson().toJson(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static HttpResponse<String> send(String as, String account, String body) {
    return Requests.send(
        HttpRequest.newBuilder(function.at("/api/maestro/accounts/" + account.replace(" ", "%20")))
            .header("Content-Type", "application/json")
            .header("Authorization", People.header(as).orElseThrow())
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
