package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.maestro.gcp.identity.UnauthorizedException;
import dev.maestro.gcp.settings.CloudSettings;
import dev.maestro.local.emulator.Emulator;
import dev.maestro.local.emulator.SharedEmulator;
import dev.maestro.local.process.TestedFunction;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

      for (HttpResponse<String> answer : List.of(read, written)) {
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
  void an_unsigned_token_is_good_for_nothing_where_the_project_is_real() {
    try (TestedFunction function =
        TestedFunction.start(
            "status-real",
            StatusFunction.class,
            StatusFunctionTest.environment("trading", SharedEmulator.firestore()))) {
      for (String as : new String[] {"viewer", "admin", "service"}) {
        assertThat(Requests.send(function, "GET", "/api/msc/status", as).statusCode())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void firebase_refuses_what_it_did_not_sign() {
    for (String as : new String[] {"viewer", "signed by a stranger", "garbage"}) {
      String token = People.header(as).orElseThrow().substring("Bearer ".length());
      assertThatThrownBy(() -> firebase(Map.of()).verify(token))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  @Test
  void an_authentication_emulator_beside_a_real_project_lets_nobody_in() {
    assertThatThrownBy(
            () -> firebase(Map.of("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099")).verify("a.b.c"))
        .isInstanceOf(UnauthorizedException.class)
        .hasMessageContaining("FIREBASE_AUTH_EMULATOR_HOST");
  }

  private static FirebaseTokens firebase(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("GOOGLE_CLOUD_PROJECT", "trading");
    Date later = Date.from(Instant.now().plusSeconds(600));
    return FirebaseTokens.of(
        CloudSettings.read(environment),
        () -> GoogleCredentials.create(new AccessToken("none", later)));
  }
}
