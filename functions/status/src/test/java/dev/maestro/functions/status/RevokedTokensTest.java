package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.route.Access;
import dev.maestro.functions.status.route.Route;
import dev.maestro.google.identity.PersonTokens;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What {@link FirebaseTokensTest} shows Firebase to refuse is refused at every route. */
class RevokedTokensTest {
  private static final PersonTokens REVOKED =
      token -> {
        throw new UnauthorizedException("the token is not good: REVOKED_ID_TOKEN");
      };

  @Test
  void a_revoked_token_is_good_for_no_role_at_any_route() {
    SharedEmulator.clear(People.PROJECT);
    Acme.at(SharedEmulator.firestore(), Instant.now());
    Gatekeeper gate =
        Gatekeeper.of(
            CloudSettings.read(
                StatusFunctionTest.environment("trading", SharedEmulator.firestore())),
            REVOKED,
            Clock.systemUTC());
    int cells = 0;
    for (Route route : TestedTable.ROUTES.all()) {
      for (Role role : Role.values()) {
        cells++;
        AtomicInteger status = new AtomicInteger();
        gate.serve(signed(route, role), seen(status));
        assertThat(status.get() == 401)
            .as(route.name() + " " + role + " " + status)
            .isEqualTo(route.access() instanceof Access.Members);
      }
    }
    assertThat(cells).isEqualTo(TestedTable.ROUTES.all().size() * Role.values().length);
  }

  private static HttpRequest signed(Route route, Role role) {
    String path = route.path().text().replaceAll("\\{[a-z_]+}", "x");
    String signed = People.header("signed by a stranger", role).orElseThrow();
    Map<String, Object> answers =
        Map.of(
            "getMethod",
            route.method(),
            "getPath",
            path,
            "getUri",
            path,
            "getContentType",
            Optional.of("application/json"),
            "getContentLength",
            0L,
            "getQuery",
            Optional.empty(),
            "getQueryParameters",
            Map.of(),
            "getInputStream",
            new ByteArrayInputStream(new byte[0]));
    return (HttpRequest)
        Proxy.newProxyInstance(
            RevokedTokensTest.class.getClassLoader(),
            new Class<?>[] {HttpRequest.class},
            (proxy, called, arguments) ->
                called.getName().equals("getFirstHeader")
                    ? Optional.of(signed).filter(token -> arguments[0].equals("Authorization"))
                    : answers.get(called.getName()));
  }

  private static HttpResponse seen(AtomicInteger status) {
    return (HttpResponse)
        Proxy.newProxyInstance(
            RevokedTokensTest.class.getClassLoader(),
            new Class<?>[] {HttpResponse.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals("setStatusCode")) {
                status.set((Integer) arguments[0]);
              }
              return called.getName().equals("getOutputStream")
                  ? new ByteArrayOutputStream()
                  : null;
            });
  }
}
