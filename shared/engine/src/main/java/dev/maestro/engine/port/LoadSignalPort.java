package dev.maestro.engine.port;

import dev.maestro.engine.name.StrategyId;
import java.util.Optional;

/** Loads what a strategy outside sent last. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface LoadSignalPort {
  /**
   * The newest signal of a strategy as it was stored, expired or not, whatever its form.
   *
   * @throws RuntimeException if the store cannot be read
   */
  Optional<Object> loadNewest(StrategyId strategy);
}
