package dev.maestro.local.router;

import dev.maestro.local.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event of the Firestore emulator as the cloud would send it: a binary CloudEvent whose body is
 * DocumentEventData. The emulator sends the body as Base64 text, doubles {@code projects/} in the
 * source, and writes text outside ASCII into headers as it is.
 */
final class TriggerEvent {
  private static final String PREFIX = "ce-";

  private final Map<String, String> headers;
  private final byte[] body;

  private TriggerEvent(Map<String, String> headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /**
   * Mends what the emulator sent.
   *
   * @throws IllegalArgumentException if it is no event: no {@code ce-id}, or a body that is not
   *     Base64
   */
  static TriggerEvent of(Call call) {
    if (call.header("ce-id").isEmpty()) {
      throw new IllegalArgumentException("a trigger event needs the header ce-id");
    }
    Map<String, String> headers = new TreeMap<>();
    call.headers()
        .forEach(
            (name, value) -> {
              if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                headers.put(name.toLowerCase(Locale.ROOT), encoded(value));
              }
            });
    headers.computeIfPresent(
        "ce-source", (name, source) -> source.replace("/projects/projects/", "/projects/"));
    headers.put("content-type", "application/protobuf");
    // Standing in for an attribute of CloudEvents: in binary mode it is the content type.
    headers.remove("ce-datacontenttype");
    return new TriggerEvent(headers, Base64.getMimeDecoder().decode(call.body()));
  }

  /** Headers to send on. */
  Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** DocumentEventData, as bytes. */
  byte[] body() {
    return body.clone();
  }

  String id() {
    return headers.getOrDefault("ce-id", "");
  }

  /** What it takes in memory, in KiB, rounded up; headers are counted as 2. */
  int kibibytes() {
    return 2 + (body.length + 1023) / 1024;
  }

  /**
   * A header's text by the HTTP binding of CloudEvents: what is not printable ASCII, a blank, a
   * quote or a percent sign becomes percent-encoded UTF-8. The server read the raw bytes as
   * Latin-1.
   */
  private static String encoded(String raw) {
    StringBuilder text = new StringBuilder();
    for (byte octet : raw.getBytes(StandardCharsets.ISO_8859_1)) {
      int code = octet & 0xff;
      if (code > ' ' && code < 0x7f && code != '"' && code != '%') {
        text.append((char) code);
      } else {
        text.append(String.format(Locale.ROOT, "%%%02X", code));
      }
    }
    return text.toString();
  }
}
