package dev.maestro.functions.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.function.TestedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The function in the real framework: a table of events, and deliveries as Pub/Sub makes them. */
class ConductFunctionTest {
  private static final String PROJECT = "demo-conduct";
  private static final AcmeTenant ACME = new AcmeTenant(PROJECT);
  private static TestedFunction function;

  @BeforeAll
  static void start() {
    function =
        TestedFunction.start(
            "conduct", ConductFunction.class, PROJECT, SharedEmulator.firestore(), Map.of());
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/events"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_has_its_answer_and_its_effect(Path file) throws Exception {
    JsonObject row = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    ACME.createAnew("trend");
    String body =
        row.has("body")
            ? row.get("body").getAsString()
            : Deliveries.body(inTime(row.get("message").toString()));

    assertThat(Deliveries.deliver(function.address(), body))
        .isEqualTo(row.get("status").getAsInt());

    assertThat(ACME.records()).hasSize(row.get("records").getAsInt());
    assertThat(ACME.alerts()).isEqualTo(texts(row.getAsJsonArray("alerts")));
  }

  @Test
  void five_deliveries_two_of_them_at_once_make_one_decision() throws Exception {
    ACME.createAnew("trend");
    String body = Deliveries.body(inTime("{\"tenant\": \"acme\", \"slot\": \"SLOT\"}"));
    ExecutorService two = Executors.newFixedThreadPool(2);
    Callable<Void> delivery =
        () -> {
          Deliveries.deliverUntilTaken(function.address(), body);
          return null;
        };
    for (Future<Void> one : two.invokeAll(List.of(delivery, delivery))) {
      one.get();
    }
    two.shutdown();
    for (int i = 0; i < 3; i++) {
      assertThat(Deliveries.deliver(function.address(), body)).isEqualTo(200);
    }
    assertThat(ACME.records()).hasSize(1);
  }

  @Test
  void an_invalid_configuration_leaves_the_last_valid_one_in_force_and_raises_an_alert()
      throws Exception {
    ACME.createAnew("trend");
    Map<String, Object> tenant =
        Map.of(
            "name", "Acme",
            "active", true,
            "base_capital", "10000",
            "timezone", "UTC",
            "owner_uid", "owner");
    ACME.set(
        "config/maestro",
        Map.of(
            "version",
            2L,
            "values",
            Map.of("throttle", Map.of("shadow_below", "high")),
            "valid",
            Map.of("version", 1L, "values", Map.of()),
            "tenant",
            tenant));

    Deliveries.deliverUntilTaken(
        function.address(), Deliveries.body(inTime("{\"tenant\": \"acme\", \"slot\": \"SLOT\"}")));

    assertThat(ACME.records()).hasSize(1);
    assertThat(ACME.alerts()).containsExactly("INVALID_CONFIGURATION");
  }

  private static String inTime(String message) {
    Instant slot = Slot.of(Instant.now()).start();
    return message
        .replace("SLOT", slot.toString())
        .replace("OLD", slot.minus(Duration.ofHours(2)).toString());
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }
}
