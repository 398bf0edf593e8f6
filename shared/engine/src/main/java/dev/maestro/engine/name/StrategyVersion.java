package dev.maestro.engine.name;

import java.util.Optional;

/**
 * Which model, prompt or code speaks for a strategy, as whoever runs it names it: 1 to 100
 * characters without control characters, without white space around it. Compared as text: another
 * one is another version, not a later one. Not the version of the engine or of a document.
 */
public record StrategyVersion(String value) {
  /** Characters at most. */
  public static final int MAX_LENGTH = 100;

  /** What it is made of, in words. */
  public static final String RULE = "1 to " + MAX_LENGTH + " characters, none of control";

  /** Refuses what names none. */
  public StrategyVersion {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a version has " + RULE + ", got " + value.length() + " characters");
    }
  }

  /** The version that a text names; empty if it can name none. */
  public static Optional<StrategyVersion> of(String text) {
    String stripped = text.strip();
    return isValid(stripped) ? Optional.of(new StrategyVersion(stripped)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.equals(text.strip())
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return value;
  }
}
