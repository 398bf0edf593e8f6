package dev.maestro.functions.status.openapi;

import dev.maestro.functions.status.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The file {@code openapi.json} (OpenAPI 3.1), which tells all routes and nothing of a tenant. It
 * is made from the table of routes; a test holds that it is not older than that.
 */
public final class Description {
  /** Its name among the resources. */
  public static final String FILE = "openapi.json";

  private static final String TEXT = read();

  private Description() {}

  /** Answers anybody with it. */
  public static Answer answer() {
    return Answer.text("application/json", TEXT);
  }

  private static String read() {
    try (InputStream file = Description.class.getResourceAsStream("/" + FILE)) {
      if (file == null) {
        throw new IllegalStateException("the jar has no " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }
}
