package dev.maestro.embedded.memory;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.LoadSignalPort;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What strategies outside sent: the last one of each, as it came. Safe for many threads. */
public final class MemorySignalStore implements LoadSignalPort {
  private final Map<StrategyId, Object> newest = new ConcurrentHashMap<>();

  /** Stores a signal in place of the strategy's last one. */
  public void store(StrategyId strategy, Object signal) {
    newest.put(strategy, signal);
  }

  @Override
  public Optional<Object> loadNewest(StrategyId strategy) {
    return Optional.ofNullable(newest.get(strategy));
  }
}
