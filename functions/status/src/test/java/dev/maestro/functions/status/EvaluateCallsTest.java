package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluateCallsTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final String CURRENT = "tenants/acme/globalPolicy/current";

  private static TestedFunction function;
  private Acme acme;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "status-evaluate",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @BeforeEach
  void begin() {
    SharedEmulator.clear(People.PROJECT);
    acme = Acme.at(SharedEmulator.firestore(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  @Test
  void an_evaluation_is_in_force_with_its_entry_of_the_history_and_is_counted() {
    JsonObject answer = completed(evaluate());
    JsonObject evaluation = answer.getAsJsonObject("evaluation");
    String at = evaluation.get("timestamp").getAsString();
    Map<String, Object> current = acme.fields(CURRENT);

    assertThat(CanonicalJson.write(current)).contains("\"updated_at\":\"" + at + "\"");
    assertThat(acme.fields(CURRENT + "/history/" + at)).isEqualTo(current);
    assertThat(evaluation.getAsJsonObject("policy").get("risk_mode").getAsString())
        .isEqualTo(current.get("risk_mode"));
    assertThat(acme.fields("tenants/acme/maestro/metrics").toString()).contains("NORMAL=1");
    assertThat(acme.fields(Paths.evaluation(ACME))).containsEntry("state", "DONE");
  }

  @Test
  void calls_one_after_another_loosen_nothing_and_put_nothing_off() {
    completed(evaluate());
    Map<String, Object> first = acme.fields(CURRENT);
    for (int i = 0; i < 5; i++) {
      assertThat(completed(evaluate()).get("message").getAsString()).contains("only tighten");
    }
    Map<String, Object> last = acme.fields(CURRENT);
    for (String field : List.of("memory", "evaluated_slot", "expires_at", "risk_mode")) {
      assertThat(last.get(field)).as(field).isEqualTo(first.get(field));
    }
    assertThat(history()).hasSize(6);
  }

  @Test
  void while_another_evaluation_runs_the_answer_names_it() {
    acme.set(Paths.evaluation(ACME), turn("olga/1", Duration.ofMinutes(1)));
    refused("olga/1");
    acme.set(Paths.evaluation(ACME), turn("olga/1", Duration.ofMinutes(-1)));
    completed(evaluate());
    assertThat(acme.fields(Paths.evaluation(ACME))).containsEntry("attempts", 8L);
  }

  @Test
  void while_the_cycle_of_the_slot_runs_the_answer_names_it() {
    Map<String, Object> before = acme.fields(CURRENT);
    Instant now = Instant.now();
    for (Instant time : List.of(now, now.plus(Duration.ofMinutes(5)))) {
      String slot = Paths.slot(ACME, Slot.of(time).start());
      acme.set(slot, turn("delivery", Duration.ofMinutes(9)));
    }
    refused("cycle of slot");
    assertThat(acme.fields(CURRENT)).isEqualTo(before);
  }

  @Test
  void of_calls_at_once_each_is_stored_whole_or_told_who_runs() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> evaluate().statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> call : callers.invokeAll(calls)) {
      statuses.add(call.get());
    }
    callers.shutdown();

    assertThat(statuses).isSubsetOf(200, 409).contains(200);
    assertThat(history()).hasSize((int) statuses.stream().filter(one -> one == 200).count());
    assertThat(acme.fields(CURRENT).get("memory"))
        .isEqualTo(acme.fields(CURRENT + "/history/" + history().get(0)).get("memory"));
  }

  @Test
  void a_controller_that_is_switched_off_does_not_evaluate() {
    Map<String, Object> before = acme.fields(CURRENT);
    Map<String, Object> config = new HashMap<>(acme.fields("tenants/acme/config/maestro"));
    Map<String, Object> values = Map.of("meta", Map.of("enabled", false));
    config.put("values", values);
    config.put("version", 2L);
    config.put("valid", Map.of("version", 2L, "values", values));
    acme.set("tenants/acme/config/maestro", config);

    HttpResponse<String> answer = evaluate();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("switched-off");
    assertThat(acme.fields(CURRENT)).isEqualTo(before);
    assertThat(acme.fields(Paths.evaluation(ACME))).containsEntry("state", "DONE");
  }

  @Test
  void a_policy_that_cannot_be_read_is_evaluated_anew_from_defensive() {
    acme.set(CURRENT, Map.of("risk_mode", "WILD"));
    JsonObject policy =
        completed(evaluate()).getAsJsonObject("evaluation").getAsJsonObject("policy");

    assertThat(policy.get("risk_mode").getAsString()).isEqualTo("DEFENSIVE");
  }

  private static HttpResponse<String> evaluate() {
    return Requests.send(function, "POST", "/api/msc/evaluate", "operator");
  }

  private static JsonObject completed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static void refused(String running) {
    HttpResponse<String> answer = evaluate();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(problem.get("running").getAsString()).startsWith(running);
    assertThat(problem.get("type").getAsString()).endsWith("/already-running");
  }

  private static Map<String, Object> turn(String owner, Duration left) {
    return Map.of(
        "tenant_id",
        "acme",
        "state",
        "RUNNING",
        "owner",
        owner,
        "attempts",
        7L,
        "lease_until",
        Instant.now().plus(left));
  }

  /** Ids, newest first. */
  private List<String> history() {
    return StoreCalls.await(acme.firestore.collection(CURRENT + "/history").get())
        .getDocuments()
        .stream()
        .map(entry -> entry.getId())
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
