package dev.maestro.engine.name;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a strategy within its tenant: 1 to 64 letters, digits, {@code _ . -}, without the
 * names that a store keeps for itself. Not the agent whose weight it trades with ({@link AgentId}),
 * although both are often spelt alike.
 *
 * <p>Of signals alone the sender may be called anything ({@link #ofSender}), because they are
 * refused and named; nobody can register such a stranger.
 */
public final class StrategyId implements Comparable<StrategyId> {
  /** What an id is made of, in words. */
  public static final String RULE =
      "1 to 64 of letters, digits, underscore, point, hyphen, and not '.', '..' or '__like_this__'";

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final String value;

  /** Refuses what can name no strategy. */
  public StrategyId(String value) {
    this(value, isValid(value));
  }

  private StrategyId(String value, boolean isAccepted) {
    if (!isAccepted) {
      throw new IllegalArgumentException("a strategy id is " + RULE + ", got " + value);
    }
    this.value = value;
  }

  /** The strategy of that name; empty if the text can name none. */
  public static Optional<StrategyId> of(String text) {
    return isValid(text) ? Optional.of(new StrategyId(text)) : Optional.empty();
  }

  /** Whoever sent a signal: a strategy, or a stranger of whatever name. */
  public static StrategyId ofSender(String text) {
    return new StrategyId(text, true);
  }

  /** True if it can name no strategy; it equals none that can. */
  public boolean isStranger() {
    return !isValid(value);
  }

  /** The id as text. */
  public String value() {
    return value;
  }

  /** The agent that bears the same name: a strategy trades with its weight unless it says other. */
  public AgentId agentOfSameName() {
    return new AgentId(value);
  }

  private static boolean isValid(String text) {
    return VALID.matcher(text).matches() && StoredName.isOfDocument(text);
  }

  @Override
  public int compareTo(StrategyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StrategyId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
