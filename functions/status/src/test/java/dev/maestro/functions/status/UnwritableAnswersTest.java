package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.cloud.firestore.Blob;
import com.google.cloud.firestore.GeoPoint;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be written, and callers who do not wait for it. */
class UnwritableAnswersTest {
  private static final String PROJECT = People.PROJECT;

  private static Acme acme() {
    SharedEmulator.clear(PROJECT);
    return Acme.at(SharedEmulator.firestore(), Instant.now());
  }

  private static TestedFunction function() {
    return TestedFunction.start(
        "status-unwritable",
        StatusFunction.class,
        StatusFunctionTest.environment(PROJECT, SharedEmulator.firestore()));
  }

  @Test
  void a_record_that_cannot_be_shown_says_so_and_the_others_of_its_page_stand() {
    Acme acme = acme();
    List<Object> unwritable =
        List.of(
            Double.NaN,
            Blob.fromBytes(new byte[] {1}),
            new GeoPoint(1, 2),
            acme.firestore.document("a/b"));
    try (TestedFunction function = function()) {
      for (Object value : unwritable) {
        StoreCalls.await(acme.firestore.document(Paths.LOGS + "/d2").update("ai_summary", value));
        var page = Requests.send(function, "GET", "/api/maestro/decisions", "viewer");
        assertThat(page.statusCode()).isEqualTo(200);
        JsonObject body = JsonParser.parseString(page.body()).getAsJsonObject();
        assertThat(body.getAsJsonArray("decisions")).hasSize(3);
        JsonObject row = body.getAsJsonArray("decisions").get(1).getAsJsonObject();
        assertThat(row.get("id").getAsString()).isEqualTo("d2");
        assertThat(row.get("unreadable").getAsString()).startsWith("no canonical form for");

        var one = Requests.send(function, "GET", "/api/maestro/decisions/d2", "viewer");
        assertThat(one.statusCode()).isEqualTo(500);
        assertThat(one.body()).contains("https://maestro.dev/problems/internal");
      }
    }
  }

  @Test
  void a_caller_who_hangs_up_is_no_fault_of_the_function() {
    Acme acme = acme();
    assertThat(acme.firestore).isNotNull();
    StatusFunction function =
        new StatusFunction(
            CloudSettings.read(StatusFunctionTest.environment(PROJECT, SharedEmulator.firestore())),
            Clock.systemUTC());
    HttpRequest sending =
        request("PUT", "/api/maestro/signals/momentum", People.header("admin").orElseThrow());
    HttpRequest asking = request("GET", "/healthz", "");
    assertThatCode(() -> function.service(sending, deaf())).doesNotThrowAnyException();
    assertThatCode(() -> function.service(asking, deaf())).doesNotThrowAnyException();
  }

  /** A request whose body ends in the middle, because its sender is gone. */
  private static HttpRequest request(String method, String path, String authorization) {
    Map<String, Object> answers =
        Map.of(
            "getMethod",
            method,
            "getPath",
            path,
            "getUri",
            path,
            "getContentType",
            Optional.of("application/json"),
            "getContentLength",
            100L,
            "getQuery",
            Optional.empty(),
            "getQueryParameters",
            Map.of(),
            "getInputStream",
            new Gone());
    return (HttpRequest)
        Proxy.newProxyInstance(
            UnwritableAnswersTest.class.getClassLoader(),
            new Class<?>[] {HttpRequest.class},
            (proxy, called, arguments) ->
                called.getName().equals("getFirstHeader")
                    ? Optional.of(authorization)
                        .filter(token -> arguments[0].equals("Authorization"))
                    : answers.get(called.getName()));
  }

  private static HttpResponse deaf() {
    return (HttpResponse)
        Proxy.newProxyInstance(
            UnwritableAnswersTest.class.getClassLoader(),
            new Class<?>[] {HttpResponse.class},
            (proxy, called, arguments) ->
                called.getName().equals("getOutputStream") ? new Hung() : null);
  }

  private static final class Gone extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return read();
    }
  }

  private static final class Hung extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("broken pipe");
    }
  }
}
