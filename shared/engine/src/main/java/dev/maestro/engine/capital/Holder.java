package dev.maestro.engine.capital;

import dev.maestro.engine.name.StrategyId;

/**
 * Whose a holding is: a strategy's, or nobody's, which is what was in the account before Maestro or
 * what no strategy is known to have bought. Not the agent whose weight pays for it.
 *
 * @param value the strategy's id; empty for nobody
 */
public record Holder(String value) implements Comparable<Holder> {
  /** What counts for exposure and positions and belongs to no strategy. */
  public static final Holder NOBODY = new Holder("");

  /** Refuses what can name no strategy. */
  public Holder {
    if (!value.isEmpty() && StrategyId.of(value).isEmpty()) {
      throw new IllegalArgumentException("a strategy id, or nothing, is expected, got " + value);
    }
  }

  /** The strategy. */
  public static Holder of(StrategyId strategy) {
    return new Holder(strategy.value());
  }

  /** True if no strategy holds it. */
  public boolean isNobody() {
    return value.isEmpty();
  }

  @Override
  public int compareTo(Holder other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
