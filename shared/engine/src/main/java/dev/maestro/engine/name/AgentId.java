package dev.maestro.engine.name;

/**
 * The name of an agent: whoever a closed trade is credited to, and who holds a weight. Free text
 * that is not blank, without white space around it; what a store cannot hold is refused where
 * trades enter one (docs/adr/0022).
 */
public record AgentId(String value) implements Comparable<AgentId> {
  /** Refuses blank names. */
  public AgentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an agent's name must not be blank");
    }
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
