package dev.maestro.functions.status;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.name.AccountId;
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
import org.junit.jupiter.params.provider.ValueSource;

class CapitalCallsTest {
  private static final String TOKEN = "cDVfNnk3TmVQWlJhYjNRdw";
  private static final String OTHER_TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BY_EXECUTOR = "exec-1";
  private static TestedFunction function;

  private Instant now;
  private LedgerRoom room;
  private LedgerDesk desk;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "status-capital",
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
    now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(2);
    MovableClock clock = new MovableClock(now);
    room = new LedgerRoom(Acme.at(SharedEmulator.firestore(), now).firestore, clock);
    desk = new LedgerDesk(room, clock).open();
  }

  @Test
  void an_order_goes_from_claim_to_fill() {
    desk.entry("n1", "AAPL");
    JsonObject waiting = get("/api/maestro/intents?state=reserved", 200);
    assertThat(waiting.getAsJsonArray("intents")).hasSize(1);
    assertThat(waiting.toString()).contains("\"nonce\":\"n1\"").doesNotContain("token");

    JsonObject granted = claim("n1", TOKEN, BY_EXECUTOR, 200);
    assertThat(text(granted, "code")).isEqualTo("GRANTED");
    assertThat(granted.get("repeated").getAsBoolean()).isFalse();
    assertThat(text(granted.getAsJsonObject("intent"), "state")).isEqualTo("CLAIMED");
    assertThat(text(granted.getAsJsonObject("intent"), "notional")).isEqualTo("10000");
    assertThat(claim("n1", TOKEN, BY_EXECUTOR, 200).get("repeated").getAsBoolean()).isTrue();

    assertThat(text(report("n1", figures("40", "4000", "1", false), 200), "code"))
        .isEqualTo("RECORDED");
    assertThat(text(report("n1", figures("40", "4000", "1", false), 200), "code"))
        .isEqualTo("UNCHANGED");
    assertThat(text(report("n1", figures("100", "10000", "2", true), 200), "code"))
        .isEqualTo("RECORDED");

    JsonObject filled = get("/api/maestro/intents/n1", 200);
    assertThat(text(filled, "state")).isEqualTo("FILLED");
    assertThat(filled.getAsJsonArray("history")).hasSizeGreaterThan(2);
    assertThat(filled.toString()).doesNotContain("token");
    assertThat(desk.ledger().book().holdings().all().toString()).contains("AAPL", "100");
  }

  @ParameterizedTest
  @CsvSource({
    "foreign, exec-2, main, 403, NOT_YOUR_ACCOUNT",
    "bound to main and not its executor, executor, main, 403, NOT_YOUR_ACCOUNT",
    "called like the broker on paper, paper, main, 403, NOT_YOUR_ACCOUNT",
    "an admin who is not its executor, admin, main, 403, NOT_YOUR_ACCOUNT",
    "of another account, exec-2, other, 404, UNKNOWN_INTENT",
  })
  void a_claim_is_for_the_accounts_own_executor(
      String name, String as, String account, int status, String code) {
    desk.entry("n1", "AAPL");
    JsonObject refused =
        post(
            "/api/maestro/claims",
            as,
            Map.of("nonce", "n1", "token", TOKEN, "account", account),
            status);

    assertThat(text(refused, "code")).as(name).isEqualTo(code);
    assertThat(state("n1")).isEqualTo(IntentState.RESERVED);
  }

  @Test
  void a_token_that_is_short_wrong_or_anothers_gets_nothing() {
    desk.entry("n1", "AAPL").entry("n2", "MSFT");
    JsonObject brief = claim("n1", "short", BY_EXECUTOR, 422);
    assertThat(text(brief, "field")).isEqualTo("token");
    assertThat(text(brief, "detail")).doesNotContain("short");
    assertThat(state("n1")).isEqualTo(IntentState.RESERVED);

    claim("n1", TOKEN, BY_EXECUTOR, 200);
    assertThat(code(claim("n1", OTHER_TOKEN, BY_EXECUTOR, 409))).isEqualTo("ALREADY_CLAIMED");
    assertThat(code(claim("none", TOKEN, BY_EXECUTOR, 404))).isEqualTo("UNKNOWN_INTENT");

    Ledger before = desk.ledger();
    Map<String, Object> stolen = figures("1", "100", "0", true);
    stolen.put("token", OTHER_TOKEN);
    assertThat(code(report("n1", stolen, 403))).isEqualTo("WRONG_TOKEN");
    assertThat(code(report("n2", figures("1", "100", "0", true), 409))).isEqualTo("NOT_CLAIMED");
    assertThat(code(report("none", figures("1", "100", "0", true), 404)))
        .isEqualTo("UNKNOWN_INTENT");
    assertThat(desk.ledger()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "filled_quantity, -1, filled_quantity",
    "filled_quantity, NaN, filled_quantity",
    "filled_quantity, 1.00000000001, filled_quantity",
    "filled_notional, 4000.00001, filled_notional",
    "filled_notional, 0, filled_notional",
    "fees, 4001, fees",
    "fees, Infinity, fees",
    "filled_at, now, filled_at",
    "fills, 1, fills"
  })
  void figures_that_cannot_be_read_are_named_and_nothing_is_booked(
      String field, String value, String named) {
    desk.entry("n1", "AAPL");
    claim("n1", TOKEN, BY_EXECUTOR, 200);
    Ledger before = desk.ledger();
    Map<String, Object> wrong = figures("40", "4000", "1", false);
    wrong.put(field, value);

    JsonObject refused = report("n1", wrong, 422);

    assertThat(code(refused)).isEqualTo("INVALID_REPORT");
    assertThat(text(refused, "field")).isEqualTo(named);
    assertThat(desk.ledger()).isEqualTo(before);
  }

  @Test
  void figures_below_those_known_are_refused_and_those_above_the_grant_are_booked_and_told() {
    desk.entry("n1", "AAPL");
    claim("n1", TOKEN, BY_EXECUTOR, 200);
    report("n1", figures("40", "4000", "1", false), 200);
    assertThat(code(report("n1", figures("39", "4000", "1", false), 422)))
        .isEqualTo("INVALID_REPORT");
    assertThat(code(report("n1", figures("40", "4001", "1", false), 422)))
        .isEqualTo("INVALID_REPORT");

    assertThat(code(report("n1", figures("120", "12000", "1", true), 200))).isEqualTo("OVERFILL");
    assertThat(code(report("n1", figures("121", "12100", "1", true), 200))).isEqualTo("LATE_FILL");
    assertThat(desk.ledger().restrictions().suspended().toString()).contains("trend");
    JsonObject rearmed =
        post("/api/maestro/rearm", "operator", Map.of("strategy", "trend", "reason", "seen"), 200);
    assertThat(code(rearmed)).isEqualTo("ACCEPTED");
    assertThat(desk.ledger().restrictions().suspended()).isEmpty();
  }

  @Test
  void a_stop_is_told_once_and_never_takes_more_than_is_held() {
    desk.bought("n1", "AAPL");
    Map<String, Object> close = new LinkedHashMap<>();
    close.put("id", "stop-1");
    close.put("strategy", "trend");
    close.put("symbol", "AAPL");
    close.put("side", "SELL");
    close.put("quantity", "101");
    close.put("notional", "9900");
    close.put("fees", "0");
    close.put("closed_at", now.toString());
    assertThat(code(post("/api/maestro/closes", BY_EXECUTOR, close, 409))).isEqualTo("NO_POSITION");
    close.put("quantity", "100");
    assertThat(code(post("/api/maestro/closes", BY_EXECUTOR, close, 200))).isEqualTo("RECORDED");
    assertThat(code(post("/api/maestro/closes", BY_EXECUTOR, close, 200))).isEqualTo("UNCHANGED");
    close.put("notional", "9901");
    JsonObject other = post("/api/maestro/closes", BY_EXECUTOR, close, 409);
    assertThat(code(other)).isEqualTo("NONCE_CONFLICT");
    assertThat(text(other, "detail")).contains("nothing is booked");
    close.put("side", "HOLD");
    assertThat(text(post("/api/maestro/closes", BY_EXECUTOR, close, 422), "field"))
        .isEqualTo("side");
  }

  @Test
  void the_kill_switch_stops_claims_at_once_and_is_resumed_with_a_reason_only() {
    desk.entry("n1", "AAPL");
    for (String as : List.of("viewer", "agent", "executor", "feeder")) {
      post("/api/maestro/control", as, Map.of("state", "HALTED"), 403);
    }
    JsonObject halted = post("/api/maestro/control", "operator", Map.of("state", "HALTED"), 200);
    assertThat(text(halted, "by")).isEqualTo("operator");
    assertThat(halted.get("fence").getAsLong()).isEqualTo(1);
    assertThat(code(claim("n1", TOKEN, BY_EXECUTOR, 409))).isEqualTo("HALTED");

    for (Map<String, Object> silent :
        List.<Map<String, Object>>of(
            Map.of("state", "ACTIVE"), Map.of("state", "ACTIVE", "reason", " "))) {
      JsonObject refused = post("/api/maestro/control", "operator", silent, 422);
      assertThat(code(refused)).isEqualTo("INVALID");
      assertThat(text(refused, "field")).isEqualTo("reason");
    }
    post("/api/maestro/control", "viewer", Map.of("state", "ACTIVE", "reason", "please"), 403);
    assertThat(code(claim("n1", TOKEN, BY_EXECUTOR, 409))).isEqualTo("HALTED");

    post("/api/maestro/control", "operator", Map.of("state", "ACTIVE", "reason", "mended"), 200);
    assertThat(code(claim("n1", TOKEN, BY_EXECUTOR, 409))).isEqualTo("FENCED");
    JsonObject flat =
        post("/api/maestro/control", "admin", Map.of("state", "REDUCING", "flatten", true), 200);
    assertThat(flat.get("flatten").getAsBoolean()).isTrue();
    assertThat(text(flat, "state")).isEqualTo("REDUCING");
  }

  @Test
  void what_operators_order_is_refused_with_its_code() {
    desk.bought("n1", "AAPL").entry("n2", "MSFT");
    Map<String, Object> resolve = figures("1", "100", "0", true);
    resolve.remove("token");
    resolve.remove("final");
    resolve.put("reason", "the broker says so");
    assertThat(code(post("/api/maestro/intents/n2/resolve", "operator", resolve, 409)))
        .isEqualTo("NOT_UNKNOWN");
    assertThat(code(post("/api/maestro/intents/none/resolve", "operator", resolve, 404)))
        .isEqualTo("UNKNOWN_INTENT");

    Map<String, Object> split = Map.of("symbol", "AAPL", "factor", "2", "reason", "two for one");
    assertThat(code(post("/api/maestro/splits", "operator", split, 200))).isEqualTo("ACCEPTED");
    assertThat(desk.ledger().book().holdings().all().get(0).quantity().toString()).isEqualTo("200");

    Map<String, Object> assign =
        Map.of(
            "symbol",
            "AAPL",
            "strategy",
            "trend",
            "agent",
            "trend",
            "quantity",
            "5",
            "reason",
            "ours");
    JsonObject nothing = post("/api/maestro/assignments", "operator", assign, 409);
    assertThat(code(nothing)).isEqualTo("NO_POSITION");
    assertThat(text(nothing, "detail")).contains("nobody's holding");
    room.set("tenants/acme/strategies/trend", Map.of("name", "Trend"));
    assertThat(
            code(
                post(
                    "/api/maestro/rearm",
                    "operator",
                    Map.of("strategy", "trend", "reason", "seen"),
                    200)))
        .isEqualTo("UNCHANGED");
    for (String reason : List.of("\u200B", "\u2060\u00AD", "\u3164")) {
      JsonObject unseen =
          post(
              "/api/maestro/rearm", "operator", Map.of("strategy", "trend", "reason", reason), 422);
      assertThat(text(unseen, "field")).isEqualTo("reason");
    }
    JsonObject nobody =
        post("/api/maestro/rearm", "operator", Map.of("strategy", "trnd", "reason", "seen"), 404);
    assertThat(text(nobody, "detail")).contains("there is no strategy trnd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "of another format", "edited"})
  void a_ledger_that_cannot_be_used_is_503_and_says_what_to_do(String how) {
    desk.entry("n1", "AAPL");
    String path = "tenants/acme/ledger/main";
    Map<String, Object> stored = new LinkedHashMap<>(room.find(path).orElseThrow().values());
    switch (how) {
      case "missing" -> room.loseLedger(TENANT, AccountId.MAIN);
      case "of another format" -> stored.put("format", 7L);
      default -> stored.put("version", "many");
    }
    if (!how.equals("missing")) {
      room.set(path, stored);
    }
    HttpResponse<String> answer = send("POST", "/api/maestro/claims", BY_EXECUTOR, grant("n1"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("problems/unreadable-ledger").doesNotContain("Exception");
    assertThat(state("n1")).isEqualTo(IntentState.RESERVED);
    assertThat(post("/api/maestro/control", "operator", Map.of("state", "HALTED"), 200))
        .isNotNull();
  }

  @Test
  void the_time_is_ours() {
    JsonObject time = get("/api/maestro/time", 200);
    assertThat(Instant.parse(text(time, "time"))).isBetween(now, Instant.now().plusSeconds(1));
  }

  private IntentState state(String nonce) {
    return desk.intent(nonce).intent().state();
  }

  private Map<String, Object> figures(
      String quantity, String notional, String fees, boolean isFinal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token", TOKEN);
    body.put("filled_quantity", quantity);
    body.put("filled_notional", notional);
    body.put("fees", fees);
    body.put("filled_at", now.toString());
    body.put("final", isFinal);
    return body;
  }

  private static Map<String, Object> grant(String nonce) {
    return Map.of("nonce", nonce, "token", TOKEN);
  }

  private static JsonObject claim(String nonce, String token, String as, int status) {
    return post("/api/maestro/claims", as, Map.of("nonce", nonce, "token", token), status);
  }

  private static JsonObject report(String nonce, Map<String, Object> figures, int status) {
    return post("/api/maestro/claims/" + nonce + "/report", BY_EXECUTOR, figures, status);
  }

  private static JsonObject get(String path, int status) {
    return checked(send("GET", path, BY_EXECUTOR, Map.of()), status);
  }

  private static JsonObject post(String path, String as, Map<String, ?> body, int status) {
    return checked(send("POST", path, as, body), status);
  }

  private static JsonObject checked(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  static HttpResponse<String> send(String method, String path, String as, Map<String, ?> body) {
    HttpRequest.BodyPublisher sent =
        method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(new Gson().toJson(body));
    return Requests.send(
        HttpRequest.newBuilder(function.at(path))
            .header("Content-Type", "application/json")
            .header("Authorization", People.header(as).orElseThrow())
            .method(method, sent)
            .build());
  }

  private static String code(JsonObject body) {
    return text(body, "code");
  }

  private static String text(JsonObject body, String name) {
    return body.get(name).getAsString();
  }
}
