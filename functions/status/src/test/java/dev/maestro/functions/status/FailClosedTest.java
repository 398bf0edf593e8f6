package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.emulator.Emulator;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailClosedTest {
  @Test
  void firestore_gone_in_the_middle_is_503_and_says_when_to_come_again() {
    Emulator emulator = Emulator.firestore(Emulator.FirestoreOptions.on(Path.of("target", "gone")));
    try (TestedFunction function =
        TestedFunction.start(
            "status-gone",
            StatusFunction.class,
            StatusFunctionTest.environment(People.PROJECT, emulator.host()))) {
      Acme.at(emulator.host(), Instant.now());
      assertThat(Requests.send(function, "GET", "/api/msc/status", "viewer").statusCode())
          .isEqualTo(200);

      emulator.close();
      HttpResponse<String> read = Requests.send(function, "GET", "/api/msc/status", "viewer");
      HttpResponse<String> written =
          Requests.send(function, "PUT", "/api/maestro/signals/momentum", "agent");

      HttpResponse<String> claimed =
          Requests.send(function, "POST", "/api/maestro/claims", "exec-1");
      HttpResponse<String> thrown =
          Requests.send(function, "POST", "/api/maestro/control", "operator");

      for (HttpResponse<String> answer : List.of(read, written, claimed, thrown)) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("Exception").contains("unavailable");
      }
      assertThat(Requests.send(function, "GET", "/healthz", "nobody").statusCode()).isEqualTo(200);
    } finally {
      emulator.close();
    }
  }

  @Test
  void an_unsigned_or_malformed_token_is_good_for_nothing_where_the_project_is_real() {
    try (TestedFunction function =
        TestedFunction.start(
            "status-real",
            StatusFunction.class,
            StatusFunctionTest.environment("trading", SharedEmulator.firestore()))) {
      for (String as : new String[] {"viewer", "admin", "service"}) {
        assertThat(Requests.send(function, "GET", "/api/msc/status", as).statusCode())
            .isEqualTo(401);
      }
      List<Requests.Case> malformed =
          Requests.of("identity.json", Instant.now()).stream()
              .filter(Requests.Case::isOfTokenParts)
              .toList();
      assertThat(malformed)
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.faults(row.send(function))).as(row.name()).isEmpty());
    }
  }
}
