package dev.maestro.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.JsonText;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./maestro up} as a process: what it starts, and that nothing of it stays. */
class UpProcessTest {
  private static final String WRITE =
      "curl -sf -X PATCH -H 'Authorization: Bearer owner' -d '{\"fields\":{}}' "
          + "http://$FIRESTORE_EMULATOR_HOST/v1/projects/$GOOGLE_CLOUD_PROJECT"
          + "/databases/\\(default\\)/documents/users/u1/tradeJournal/t1 >/dev/null";

  @TempDir private Path root = Path.of("");

  @BeforeEach
  void plantStubs() throws IOException {
    StubFunctions.in(root);
  }

  private Process up(String... arguments) throws IOException {
    return up(Map.of(), arguments);
  }

  private Process up(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dmaestro.home=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.maestro.cli.main.Maestro",
                "up"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(root.resolve("out").toFile())
            .redirectError(root.resolve("err").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("CALLS", root.resolve("calls").toString());
    return builder.start();
  }

  private String text(String file) {
    try {
      return Files.exists(root.resolve(file)) ? Files.readString(root.resolve(file)) : "";
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private void await(String sentence, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(sentence + "\n" + text("err")).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean isAnyAlive(List<ProcessHandle> family) {
    return family.stream().anyMatch(ProcessHandle::isAlive);
  }

  @Test
  void an_unknown_profile_ends_the_start_with_the_sentence_that_names_the_valid_ones()
      throws Exception {
    Process up = up(Map.of("ORCH_PROFILE", "INVALID"), "--empty", "--tick", "off");
    assertThat(up.waitFor(60, TimeUnit.SECONDS)).as(text("err")).isTrue();
    assertThat(up.exitValue()).isEqualTo(2);
    assertThat(text("out")).isEmpty();
    assertThat(text("err"))
        .isEqualTo(
            "maestro: configuration: ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD, got"
                + " 'INVALID'\n");
  }

  @Test
  void a_command_runs_in_the_ready_system_and_gives_its_code() throws Exception {
    String wait = "for i in $(seq 100); do grep -q reweigh $CALLS && exit 7; sleep 0.1; done";
    Process up = up("--empty", "--tick", "off", "--json", "--exec", WRITE + " && env && " + wait);
    assertThat(up.waitFor(150, TimeUnit.SECONDS)).as(text("err")).isTrue();
    assertThat(up.exitValue()).as(text("err") + text("out")).isEqualTo(7);
    List<String> lines = text("out").lines().toList();
    Map<String, Object> ready = JsonText.readObjectWithNulls(lines.get(0));
    assertThat(ready).containsOnlyKeys("project", "firestore", "pubsub", "functions", "dashboard");
    assertThat(ready).containsEntry("project", "demo-maestro");
    assertThat(ready.get("dashboard")).as("none is built").isNull();
    assertThat((Map<?, ?>) ready.get("functions")).hasSize(FunctionTable.all().size());
    assertThat(lines)
        .contains("FIRESTORE_EMULATOR_HOST=" + ready.get("firestore"))
        .contains("PUBSUB_EMULATOR_HOST=" + ready.get("pubsub"))
        .contains("GOOGLE_CLOUD_PROJECT=demo-maestro")
        .contains("MAESTRO_TOKEN=" + DemoPeople.operatorToken("demo-maestro"))
        .contains("MAESTRO_AGENT_TOKEN=" + DemoPeople.agentToken("demo-maestro"))
        .anyMatch(line -> line.startsWith("MAESTRO_SCHEDULER_TOKEN="))
        .anyMatch(line -> line.startsWith("MAESTRO_STATUS_URL=http://127.0.0.1:"))
        .anyMatch(line -> line.startsWith("MAESTRO_ORCHESTRATE_URL=http://127.0.0.1:"));
    assertThat(text("calls"))
        .contains(
            "reweigh //firestore.googleapis.com/projects/demo-maestro/databases/(default)"
                + " users/u1/tradeJournal/t1");
  }

  @Test
  void slots_come_by_the_tick_a_killed_function_comes_back_and_sigterm_leaves_nothing()
      throws Exception {
    Path page = Files.createDirectories(root.resolve("dashboard/dist")).resolve("index.html");
    Files.writeString(page, "the page");
    Process up = up("--empty", "--tick", "2s", "--json");
    await("it is ready", () -> text("out").contains("\"project\""));
    assertThatTheDashboardIsServed();
    await(
        "three slots come",
        () -> text("calls").lines().filter(call -> call.startsWith("orchestrate 2")).count() > 2);
    assertThat(text("calls").lines().filter(call -> call.startsWith("orchestrate")).toList())
        .doesNotHaveDuplicates();
    ProcessHandle status =
        up.descendants()
            .filter(child -> child.info().commandLine().orElse("").contains("StatusFunction"))
            .findFirst()
            .orElseThrow();
    status.destroyForcibly();
    await("it is told", () -> text("err").contains("status ended with 137 and is started again"));
    List<ProcessHandle> family = up.descendants().toList();
    up.destroy();
    await("all end", () -> !up.isAlive() && !isAnyAlive(family));
  }

  /** With settings that name this project, and the API below it. */
  private void assertThatTheDashboardIsServed() throws Exception {
    String address = String.valueOf(JsonText.readObjectWithNulls(text("out")).get("dashboard"));
    assertThat(body(address)).isEqualTo("the page");
    assertThat(body(address + "config.json"))
        .contains("\"project\":\"demo-maestro\"", "\"uid\":\"viewer\"");
    assertThat(body(address + "api/maestro/time")).isEmpty();
    await("the call came to status", () -> text("calls").contains("status call"));
  }

  private static String body(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void a_stop_during_start_up_leaves_nothing() throws Exception {
    Process up = up("--empty");
    await("it has started something", () -> up.descendants().findAny().isPresent());
    List<ProcessHandle> family = up.descendants().toList();
    up.destroy();
    await("all end", () -> !up.isAlive() && !isAnyAlive(family));
    assertThat(text("out")).isEmpty();
  }

  @Test
  void a_function_that_cannot_start_ends_everything_with_one_sentence() throws Exception {
    Files.delete(root.resolve(FunctionTable.named("status").jar()));
    Process up = up("--empty");
    assertThat(up.waitFor(150, TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(text("err").lines().toList()).hasSize(1);
    assertThat(text("err")).startsWith("maestro: the jar of status is missing");
    assertThat(up.descendants()).isEmpty();
  }
}
