package dev.maestro.functions.status;

import com.google.cloud.functions.HttpResponse;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent back: JSON with sorted keys, so that the same state gives the same bytes.
 *
 * @param body values that have a canonical form
 */
record Answer(int status, String contentType, Map<String, ?> body, Map<String, String> headers) {
  /** Keeps its own headers. */
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(Map<String, ?> body) {
    return new Answer(200, "application/json", body, Map.of());
  }

  static Answer ok(Written body) {
    return ok(body.values());
  }

  /** Sends it; nobody may keep it, because it is one tenant's. */
  void send(HttpResponse response) throws IOException {
    byte[] text = CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8);
    response.setStatusCode(status);
    response.setContentType(contentType);
    response.appendHeader("Cache-Control", "no-store");
    response.appendHeader("X-Content-Type-Options", "nosniff");
    headers.forEach(response::appendHeader);
    response.getOutputStream().write(text);
  }
}
