package dev.maestro.engine.name;

import java.util.Optional;

/**
 * The name of an agent: whoever a closed trade is credited to, and who holds a weight. Free text
 * that is not blank; readers strip the white space around it, and what a store cannot hold is
 * refused where trades enter one (docs/adr/0022).
 */
public record AgentId(String value) implements Comparable<AgentId> {
  /** Refuses blank names. */
  public AgentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an agent's name must not be blank");
    }
  }

  /** The agent of that name; empty if it is blank. White space around it is not part of it. */
  public static Optional<AgentId> of(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? Optional.empty() : Optional.of(new AgentId(stripped));
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
