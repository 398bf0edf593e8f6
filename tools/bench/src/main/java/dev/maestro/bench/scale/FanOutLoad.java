package dev.maestro.bench.scale;

import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.process.Ports;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.pubsub.CycleMessage;
import dev.maestro.google.pubsub.TopicPublisher;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.local.http.HttpCalls;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How long {@code orchestrate} takes to publish a slot of so many tenants, on a Pub/Sub emulator of
 * its own. It gives up after twelve seconds, so that Scheduler calls again in time.
 */
public final class FanOutLoad {
  private static final String PROJECT = "demo-fan-out";
  private static final String TOPIC = "maestro-cycles";
  private static final int ROUNDS = 3;
  private static final Slot SLOT = Slot.of(Instant.parse("2026-03-02T12:00:00Z"));

  private FanOutLoad() {}

  /** Runs everything and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int port = Ports.free();
    try (Emulator emulator = Emulator.pubsub(port, Files.createTempDirectory("maestro-fan-out"))) {
      HttpCalls.json(
          "PUT",
          URI.create("http://" + emulator.host() + "/v1/projects/" + PROJECT + "/topics/" + TOPIC),
          "{}");
      TopicPublisher publisher =
          new TopicPublisher(
              CloudSettings.read(
                  Map.of(
                      "GOOGLE_CLOUD_PROJECT", PROJECT, "PUBSUB_EMULATOR_HOST", emulator.host())));
      System.out.println("| tenants | round 1 | 2 | 3 |\n|---|---|---|---|");
      publish(publisher, 1_000);
      for (int tenants : List.of(10, 100, 1_000, 10_000, 50_000)) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d |", tenants));
        for (int round = 0; round < ROUNDS; round++) {
          row.append(' ').append(publish(publisher, tenants)).append(" |");
        }
        System.out.println(row);
      }
    }
  }

  private static String publish(TopicPublisher publisher, int tenants) {
    List<Map<String, String>> messages =
        IntStream.range(0, tenants)
            .mapToObj(i -> new CycleMessage(new TenantId("tenant-" + i), SLOT).fields())
            .toList();
    long start = System.nanoTime();
    try {
      publisher.publish(TOPIC, messages);
    } catch (UnavailableException late) {
      return "not within 12 s";
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(Locale.ROOT, "%.2f s, %,.0f/s", seconds, tenants / seconds);
  }
}
