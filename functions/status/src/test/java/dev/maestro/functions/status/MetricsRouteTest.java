package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.metrics.Exposition;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two processes on one store tell of cycles that neither of them has decided. */
class MetricsRouteTest {
  private static final String AGE = "maestro_last_cycle_age_seconds";
  private static final TenantId ACME = new TenantId("acme");

  private static TestedFunction first;
  private static TestedFunction second;
  private static Acme acme;
  private static Instant begun;

  @BeforeAll
  static void two_processes_and_a_cycle() {
    SharedEmulator.clear(People.PROJECT);
    begun = Instant.now();
    acme = Acme.at(SharedEmulator.firestore(), begun);
    conduct(Slot.of(begun));
    first = start("metrics-first");
    second = start("metrics-second");
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @Test
  void the_figures_of_two_processes_are_equal_and_a_redelivery_changes_none() {
    SortedMap<String, Double> figures = figures(first);
    assertThat(figures)
        .containsEntry("maestro_cycles_total{outcome=DEGRADED, tenant=acme}", 1.0)
        .containsEntry("maestro_cycles_total{outcome=DECIDED, tenant=acme}", 0.0)
        .containsEntry("maestro_cycle_duration_seconds_count{tenant=acme}", 1.0);
    assertThat(figures(second)).isEqualTo(figures);
    conduct(Slot.of(begun));
    assertThat(figures(first)).isEqualTo(figures);
    assertThat(figures(second)).isEqualTo(figures);
  }

  @Test
  void the_age_of_the_newest_cycle_is_told_when_it_is_asked_for() {
    double age =
        Exposition.parse(get(first, "viewer", "").body()).value(AGE, Map.of("tenant", "acme"));
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    assertThat(age).isBetween(0.0, seconds);
  }

  @Test
  void the_answer_is_text_for_prometheus_that_nobody_keeps() {
    HttpResponse<String> answer = get(first, "operator", "");
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void everybody_sees_their_own_tenant_and_who_has_no_cycles_sees_nothing_at_all() {
    HttpResponse<String> globex = get(first, "of another tenant", "");
    assertThat(globex.statusCode()).isEqualTo(200);
    assertThat(globex.body()).isEmpty();
  }

  @Test
  void a_service_account_sees_the_tenant_of_which_it_is_a_viewer_and_no_other() {
    new MemberStore(acme.firestore)
        .put(
            new TenantId("globex"),
            new Member(new Uid(People.SERVICE_ID), Role.VIEWER, List.of(), Optional.empty()));
    assertThat(get(first, "service", "globex").statusCode()).isEqualTo(200);
    assertThat(get(first, "service", "globex").body()).doesNotContain("acme");
    assertThat(get(first, "service", "acme").statusCode()).as("an agent there").isEqualTo(403);
    assertThat(get(first, "service", "solo").statusCode()).isEqualTo(403);
    assertThat(get(first, "nobody", "").statusCode()).isEqualTo(401);
  }

  private static SortedMap<String, Double> figures(TestedFunction function) {
    HttpResponse<String> answer = get(function, "viewer", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    SortedMap<String, Double> series = Exposition.parse(answer.body()).series();
    assertThat(series.keySet().removeIf(name -> name.startsWith(AGE))).isTrue();
    return series;
  }

  private static HttpResponse<String> get(TestedFunction function, String as, String tenant) {
    JsonObject row = new JsonObject();
    Map.of("name", "metrics", "request", "GET /metrics", "as", as).forEach(row::addProperty);
    if (!tenant.isEmpty()) {
      row.addProperty("tenant", tenant);
    }
    return new Requests.Case(row).send(function);
  }

  private static void conduct(Slot slot) {
    new ConductSlot(
            new FirestoreCycles(acme.firestore, Map.of()),
            new CalmMarket(),
            (tenant, code, message, now) -> {},
            Clock.systemUTC(),
            Duration.ofSeconds(60),
            "test")
        .conduct(ACME, slot, "owner " + System.nanoTime());
  }

  private static TestedFunction start(String name) {
    return TestedFunction.start(
        name,
        StatusFunction.class,
        StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()));
  }
}
