package dev.maestro.engine.name;

import java.util.Optional;

/**
 * The name of a strategy within its tenant: 1 to 64 letters, digits, {@code _ . -}, without the
 * names that a store keeps for itself. Not the agent whose weight it trades with ({@link AgentId}),
 * although both are often spelt alike.
 */
public record StrategyId(String value) implements Comparable<StrategyId> {
  /** What it is made of, in words. */
  public static final String RULE =
      "1 to 64 of letters, digits, underscore, point, hyphen, and not '.', '..' or '__like_this__'";

  private static final int MAX_LENGTH = 64;

  /** Refuses what can name no strategy. */
  public StrategyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a strategy id is " + RULE + ", got " + value);
    }
  }

  /** The strategy of that name; empty if the text can name none. */
  public static Optional<StrategyId> of(String text) {
    return isValid(text) ? Optional.of(new StrategyId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return Letters.make(text, 1, MAX_LENGTH, "_.-") && StoredName.isOfDocument(text);
  }

  @Override
  public int compareTo(StrategyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
