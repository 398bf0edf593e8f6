package dev.maestro.local.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.local.Await;
import dev.maestro.local.FakeFunction;
import dev.maestro.local.http.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events of the real Firestore emulator, with a server at the function's place. */
class TriggerRouterTest {
  private static final String PATTERN = "users/{uid}/tradeJournal/{tradeId}";
  private static final List<String> NOTICES = new CopyOnWriteArrayList<>();
  private static TriggerRouter router;
  private static Emulator firestore;

  @BeforeAll
  static void start() {
    router = new TriggerRouter(0, NOTICES::add);
    firestore =
        Emulator.firestore(
            Emulator.FirestoreOptions.on(Path.of("target", "emulators", "router"))
                .withTriggers(router.port()));
  }

  @AfterAll
  static void stop() {
    firestore.close();
    router.close();
  }

  private static void register(String project, URI function) {
    // The emulator keeps triggers per project, the router keeps them by name.
    router.register(firestore.address(), project, "on-" + project, PATTERN, function);
  }

  private static void write(String project, String trade) {
    String path = "/v1/projects/%s/databases/(default)/documents/users/u1/tradeJournal/%s";
    HttpRequest request =
        HttpRequest.newBuilder(firestore.address().resolve(path.formatted(project, trade)))
            .header("Authorization", "Bearer owner")
            .method(
                "PATCH",
                HttpRequest.BodyPublishers.ofString(
                    "{\"fields\":{\"agent_id\":{\"stringValue\":\"a1\"}}}"))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException | InterruptedException gone) {
      throw new AssertionError(gone);
    }
  }

  private static String document(Call call) {
    return call.header("ce-document").orElse("");
  }

  @Test
  void body_and_source_are_mended() {
    try (FakeFunction function = new FakeFunction(0, call -> 200)) {
      register("demo-mended", function.address());
      write("demo-mended", "t1");
      Await.until("the event comes", () -> !function.calls().isEmpty());
      Call call = function.calls().get(0);
      assertThat(call.header("ce-source"))
          .contains("//firestore.googleapis.com/projects/demo-mended/databases/(default)");
      assertThat(call.header("ce-type")).contains("google.cloud.firestore.document.v1.written");
      assertThat(call.header("content-type")).contains("application/protobuf");
      assertThat(document(call)).isEqualTo("users/u1/tradeJournal/t1");
      // DocumentEventData: field 1, the document, whose field 1 is its name.
      assertThat(call.body()[0]).isEqualTo((byte) 0x0a);
      assertThat(new String(call.body(), StandardCharsets.UTF_8))
          .contains("projects/demo-mended/databases/(default)/documents/users/u1/tradeJournal/t1");
    }
  }

  @Test
  void text_outside_ascii_travels_percent_encoded() {
    try (FakeFunction function = new FakeFunction(0, call -> 200)) {
      register("demo-ascii", function.address());
      write("demo-ascii", "%C3%A4%201");
      Await.until("the event comes", () -> !function.calls().isEmpty());
      assertThat(document(function.calls().get(0))).isEqualTo("users/u1/tradeJournal/%C3%A4%201");
    }
  }

  @Test
  void events_survive_a_function_that_is_down_and_comes_back() {
    int port = Ports.free();
    register("demo-down", URI.create("http://127.0.0.1:" + port + "/"));
    for (int number = 0; number < 20; number++) {
      write("demo-down", "t" + number);
    }
    Await.until("the router has tried in vain", () -> router.counts().retried() > 0);
    try (FakeFunction function = new FakeFunction(port, call -> 200)) {
      Await.until("all twenty come", () -> documents(function).size() == 20);
    }
  }

  @Test
  void a_5xx_comes_again_until_it_is_taken() {
    AtomicInteger failures = new AtomicInteger(3);
    try (FakeFunction function =
        new FakeFunction(0, call -> failures.getAndDecrement() > 0 ? 500 : 200)) {
      register("demo-failing", function.address());
      write("demo-failing", "t1");
      Await.until("it is taken", () -> function.calls().size() == 4);
      assertThat(
              new TreeSet<>(
                  function.calls().stream().map(c -> c.header("ce-id").orElse("")).toList()))
          .as("it is the same event each time")
          .hasSize(1);
    }
  }

  @Test
  void a_4xx_is_dropped_and_counted_and_told() {
    long before = router.counts().dropped();
    try (FakeFunction function = new FakeFunction(0, call -> 400)) {
      register("demo-refusing", function.address());
      write("demo-refusing", "t1");
      Await.until("it is dropped", () -> router.counts().dropped() == before + 1);
      assertThat(function.calls()).hasSize(1);
      assertThat(NOTICES).anyMatch(notice -> notice.endsWith("it was answered with 400"));
    }
  }

  private static Set<String> documents(FakeFunction function) {
    return new TreeSet<>(function.calls().stream().map(TriggerRouterTest::document).toList());
  }
}
