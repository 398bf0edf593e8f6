package dev.maestro.local.push;

import dev.maestro.local.http.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Who takes the CloudEvents that pushes become. */
@FunctionalInterface
public interface PushTarget {
  /**
   * Takes one event.
   *
   * @param headers the event's attributes, {@code ce-id} among them
   * @return the status that was answered; what is not 2xx comes again
   * @throws IOException if nobody answered
   */
  int take(Map<String, String> headers, byte[] body) throws IOException, InterruptedException;

  /** A function that listens there; it has 70 seconds to answer. */
  static PushTarget at(URI function) {
    Duration patience = Duration.ofSeconds(70);
    return (headers, body) -> HttpCalls.post(function, headers, body, patience).status();
  }
}
