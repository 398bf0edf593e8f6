package dev.maestro.engine.name;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a user: of a person as Firebase gives it, of a service account its unique number.
 * Nothing that would change a path.
 */
public record Uid(String value) implements Comparable<Uid> {
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_.@:-]{1,128}");

  /** Refuses what can name no user. */
  public Uid {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a user id is expected, got '" + value + "'");
    }
  }

  /** The user of that id; empty if the text can name none. */
  public static Optional<Uid> of(String text) {
    return isValid(text) ? Optional.of(new Uid(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return VALID.matcher(text).matches() && StoredName.isOfDocument(text);
  }

  @Override
  public int compareTo(Uid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
