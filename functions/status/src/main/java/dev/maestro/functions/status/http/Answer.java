package dev.maestro.functions.status.http;

import com.google.cloud.functions.HttpResponse;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent back: JSON with sorted keys, so that the same state gives the same bytes, or text.
 *
 * @param body written already, so that what cannot be written fails where it can still be told
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
  /** Keeps its own headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /**
   * Writes the body.
   *
   * @throws IllegalArgumentException if a value of it has no canonical form
   */
  public static Answer of(
      int status, String contentType, Map<String, ?> body, Map<String, String> headers) {
    return new Answer(status, contentType, CanonicalJson.write(body), headers);
  }

  /** 200, with JSON. */
  public static Answer ok(Map<String, ?> body) {
    return of(200, "application/json", body, Map.of());
  }

  /** 200, with JSON. */
  public static Answer ok(Written body) {
    return ok(body.values());
  }

  /**
   * 200, with what is there.
   *
   * @param what completes "there is no ..."
   * @throws Problem 404 if nothing is
   */
  public static Answer found(Optional<Written> body, String what) throws Problem {
    return ok(body.orElseThrow(() -> Problem.notFound("there is no " + what)));
  }

  /** 200, with text of that type. */
  public static Answer text(String contentType, String body) {
    return new Answer(200, contentType, body, Map.of());
  }

  /** Sends it; nobody may keep it, because it is one tenant's. */
  public void send(HttpResponse response) throws IOException {
    response.setStatusCode(status);
    response.setContentType(contentType);
    response.appendHeader("Cache-Control", "no-store");
    response.appendHeader("X-Content-Type-Options", "nosniff");
    headers.forEach(response::appendHeader);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
