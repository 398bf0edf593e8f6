package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tenant that lets every caller read twice, write once and order three times a minute. The
 * function remembers what it has taken, so each test has callers of its own.
 */
class LimitsTest {
  private static TestedFunction function;
  private Acme acme;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "status-limits",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @BeforeEach
  void a_tenant_with_small_limits() {
    SharedEmulator.clear(People.PROJECT);
    Instant now = Instant.now();
    acme = Acme.at(SharedEmulator.firestore(), now);
    StoreCalls.await(
        acme.firestore
            .document("tenants/globex/config/maestro")
            .update(
                "values",
                Map.of(
                    "limits",
                    Map.of(
                        "reads_per_minute", 2, "writes_per_minute", 1, "orders_per_minute", 3))));
    for (Role role : Role.values()) {
      List<AccountId> accounts = role == Role.EXECUTOR ? List.of(AccountId.MAIN) : List.of();
      new MemberStore(acme.firestore)
          .put(
              new TenantId("globex"),
              new Member(new Uid(role.word()), role, List.of(), accounts, Optional.of(now)));
    }
  }

  /** The statuses of so many calls, in a minute or two: a minute may turn while they are made. */
  private static List<Integer> statuses(int calls, String method, String path, Role role) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      statuses.add(send(method, path, role).statusCode());
    }
    return statuses;
  }

  private static HttpResponse<String> send(String method, String path, Role role) {
    return Requests.send(function, method, path, People.header("of another tenant", role));
  }

  @Test
  void a_call_too_many_is_429_and_says_when_to_come_again() {
    List<Integer> statuses = statuses(7, "GET", "/api/msc/status", Role.VIEWER);
    assertThat(statuses).startsWith(200, 200).contains(429);
    assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(2L, 4L);

    HttpResponse<String> refused = null;
    while (refused == null || refused.statusCode() != 429) {
      refused = send("GET", "/api/msc/status", Role.VIEWER);
    }
    assertThat(JsonParser.parseString(refused.body()).getAsJsonObject().get("type").getAsString())
        .isEqualTo("https://maestro.dev/problems/too-many-requests");
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
  }

  @Test
  void a_call_that_its_role_may_not_make_is_counted_too() {
    assertThat(statuses(5, "POST", "/api/maestro/splits", Role.VIEWER))
        .startsWith(403)
        .contains(429);
  }

  @Test
  void the_kill_switch_is_thrown_however_often() {
    assertThat(statuses(7, "POST", "/api/maestro/control", Role.OPERATOR)).containsOnly(422);
  }

  @Test
  void an_executor_that_looks_for_orders_and_one_that_reports_have_the_limit_of_orders() {
    assertThat(statuses(3, "GET", "/api/maestro/intents", Role.EXECUTOR)).containsOnly(200);
    assertThat(statuses(7, "POST", "/api/maestro/claims", Role.EXECUTOR)).contains(429);
    assertThat(statuses(3, "POST", "/api/maestro/claims", Role.ADMIN)).containsOnly(422);
    assertThat(statuses(2, "GET", "/api/msc/status", Role.ADMIN)).containsOnly(200);
  }

  @Test
  void who_shows_a_wrong_token_is_counted_nowhere() {
    for (String fault : List.of("none", "malformed", "expired", "signed by a stranger")) {
      for (int i = 0; i < 4; i++) {
        Requests.send(function, "GET", "/api/msc/status", People.header(fault, Role.FEEDER));
      }
    }
    assertThat(Requests.send(function, "GET", "/api/msc/status", "stranger").statusCode())
        .isEqualTo(403);
    for (String tenant : List.of("acme", "globex", "stranger")) {
      assertThat(
              StoreCalls.await(
                      acme.firestore.collection("tenants/" + tenant + "/callers").limit(1).get())
                  .size())
          .isZero();
    }
  }

  @Test
  void a_caller_has_one_document() {
    send("GET", "/api/msc/status", Role.AGENT);
    send("PUT", "/api/maestro/signals/x", Role.AGENT);
    var stored = StoreCalls.await(acme.firestore.collection("tenants/globex/callers").get());
    assertThat(stored.size()).isEqualTo(1);
    assertThat(stored.getDocuments().get(0).getId()).isEqualTo("agent");
  }
}
