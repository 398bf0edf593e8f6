package dev.maestro.engine.capital;

import dev.maestro.engine.name.StoredName;
import java.util.Optional;

/**
 * The name of one intent, the same whenever the same signal is seen again, and the order's
 * client_order_id at the broker. 1 to 128 characters without a slash; no secret.
 */
public record Nonce(String value) implements Comparable<Nonce> {
  private static final int MAX_LENGTH = 128;

  /** Refuses what can name no document. */
  public Nonce {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a nonce is 1 to 128 characters that can name a document, got '" + value + "'");
    }
  }

  /** The nonce; empty if the text can be none. */
  public static Optional<Nonce> of(String text) {
    return isValid(text) ? Optional.of(new Nonce(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isBlank()
        && text.length() <= MAX_LENGTH
        && text.indexOf('/') < 0
        && StoredName.isOfDocument(text);
  }

  @Override
  public int compareTo(Nonce other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
