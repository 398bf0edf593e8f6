package dev.maestro.engine.name;

import java.util.Optional;

/**
 * The name under which a signal comes: any text, as whoever sent it wrote it. Not the id of a
 * strategy ({@link StrategyId}) until one is registered under it; a name that only looks like a
 * registered one is refused, and is shown as it is.
 */
public record StrategyName(String value) implements Comparable<StrategyName> {
  /** The name of a strategy. */
  public static StrategyName of(StrategyId strategy) {
    return new StrategyName(strategy.value());
  }

  /** The strategy that could have this name; empty if none could. */
  public Optional<StrategyId> id() {
    return StrategyId.of(value);
  }

  @Override
  public int compareTo(StrategyName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
