package dev.maestro.functions.conduct;

import dev.maestro.local.http.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Sends events as Pub/Sub's push does once it is wrapped. */
final class Deliveries {
  private Deliveries() {}

  /** Delivers once; the status that the function gave. */
  static int deliver(URI function, String body) throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of(
            "content-type", "application/json",
            "ce-specversion", "1.0",
            "ce-id", "event-" + System.nanoTime(),
            "ce-type", "google.cloud.pubsub.topic.v1.messagePublished",
            "ce-source", "//pubsub.googleapis.com/projects/demo/topics/maestro-cycles");
    return HttpCalls.post(
            function, headers, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(60))
        .status();
  }

  /** Delivers until it is taken, as Pub/Sub does. */
  static void deliverUntilTaken(URI function, String body)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plusSeconds(90);
    int status = deliver(function, body);
    while (status >= 300) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("never taken, last status " + status);
      }
      status = deliver(function, body);
    }
  }

  static String body(String message) {
    String data = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
    return "{\"message\": {\"data\": \"" + data + "\", \"messageId\": \"1\"}}";
  }
}
