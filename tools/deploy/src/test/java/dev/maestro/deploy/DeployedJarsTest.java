package dev.maestro.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.emulator.process.ChildProcess;
import dev.maestro.emulator.process.Ports;
import dev.maestro.local.catalog.DeployedFunction;
import dev.maestro.local.catalog.FunctionTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every jar as it is deployed. */
class DeployedJarsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path INVOKER = Path.of("target/invoker/java-function-invoker.jar");
  private static final DeployedFunction STATUS = FunctionTable.named("status");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @ParameterizedTest
  @MethodSource("functions")
  void a_jar_is_alone_in_its_folder(DeployedFunction function) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(function.jar().subpath(0, 4)))) {
      assertThat(files).containsExactly(ROOT.resolve(function.jar()));
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("functionsAndJdks")
  void a_jar_starts_in_the_functions_framework_and_answers(DeployedFunction function, Jdk jdk)
      throws InterruptedException {
    int port = Ports.free();
    Path log = Path.of("target/jars", function.id() + "-" + jdk.version() + ".log");
    try (ChildProcess process =
        ChildProcess.start(function.id(), command(function, jdk, port), environment(), log)) {
      int status = answer(request(function, port), process);
      if (function.equals(STATUS)) {
        assertThat(status).isEqualTo(200);
      } else {
        assertThat(status).as("of a call without a token or an event").isBetween(400, 599);
      }
    }
  }

  static Stream<Arguments> functionsAndJdks() {
    return Jdk.all().stream()
        .flatMap(jdk -> FunctionTable.all().stream().map(each -> Arguments.of(each, jdk)));
  }

  static List<DeployedFunction> functions() {
    return FunctionTable.all();
  }

  private static List<String> command(DeployedFunction function, Jdk jdk, int port) {
    return List.of(
        jdk.java(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        INVOKER.toString(),
        "--classpath",
        ROOT.resolve(function.jar()).toString(),
        "--target",
        function.entryPoint(),
        "--port",
        String.valueOf(port));
  }

  /** A project of an emulator that is not there. */
  private static Map<String, String> environment() {
    return Map.of(
        "GOOGLE_CLOUD_PROJECT", "demo-jars",
        "FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + Ports.free(),
        "PUBSUB_EMULATOR_HOST", "127.0.0.1:" + Ports.free(),
        "MAESTRO_AUDIENCE", "maestro-jars",
        "MAESTRO_SERVICE_CALLERS", "scheduler@demo-jars.iam.gserviceaccount.com");
  }

  private static HttpRequest request(DeployedFunction function, int port) {
    String address = "http://127.0.0.1:" + port;
    HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
    return function.equals(STATUS)
        ? request.uri(URI.create(address + "/health")).build()
        : request.uri(URI.create(address)).POST(BodyPublishers.noBody()).build();
  }

  /** The status of the first answer. */
  private static int answer(HttpRequest request, ChildProcess process) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
      } catch (IOException notYet) {
        assertThat(process.isAlive()).as("alive; its log is " + process.log()).isTrue();
        assertThat(Instant.now()).as("time of the first answer").isBefore(deadline);
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }
}
