package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.Route;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One call of every route that does what the route is for, in an order that makes sense. */
class EveryRouteTest {
  @Test
  void every_route_is_called_and_openapi_json_describes_bodies_and_answers() throws Problem {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SharedEmulator.clear(People.PROJECT);
    OpenLedger.at(SharedEmulator.firestore(), now);
    Map<String, List<String>> faults = new LinkedHashMap<>();
    Set<Route> called = new LinkedHashSet<>();
    try (TestedFunction function =
        TestedFunction.start(
            "status-every-route",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, SharedEmulator.firestore()))) {
      for (Requests.Case row : Requests.of("every-route.json", now)) {
        called.add(TestedTable.ROUTES.of(row.method(), row.path()).route());
        HttpResponse<String> answer = row.send(function);
        faults.put(row.name(), row.faults(answer));
        assertThat(answer.statusCode()).as(row.name() + " " + answer.body()).isEqualTo(200);
        row.body().ifPresent(body -> assertThat(bodyFaults(row, body)).as(row.name()).isEmpty());
      }
    }
    faults.values().removeIf(List::isEmpty);
    assertThat(faults).isEmpty();
    assertThat(called)
        .as("requests/every-route.json has a call for each entry of the table of routes")
        .containsExactlyInAnyOrderElementsOf(TestedTable.ROUTES.all());
  }

  @Test
  void an_answer_that_openapi_json_does_not_know_fails_the_test_that_got_it() {
    assertThat(Contract.faults("GET", "/api/maestro/time", 200, "{\"time\": \"noon\"}"))
        .isNotEmpty();
    assertThat(Contract.faults("GET", "/api/maestro/time", 200, "{}")).isNotEmpty();
    assertThat(
            Contract.faults(
                "GET", "/api/maestro/time", 200, "{\"time\": \"2026-01-31T16:00:00.000Z\"}"))
        .isEmpty();
    assertThat(Contract.faults("GET", "/api/maestro/time", 403, "{\"status\": 403}")).isNotEmpty();
    assertThatThrownBy(() -> Contract.faults("GET", "/api/maestro/time", 418, "{}"))
        .isInstanceOf(AssertionError.class);
  }

  private static String bodyFaults(Requests.Case row, String body) {
    return Contract.bodyFaults(row.method(), row.path(), body);
  }
}
