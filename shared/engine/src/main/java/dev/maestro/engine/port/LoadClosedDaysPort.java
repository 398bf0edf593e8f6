package dev.maestro.engine.port;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.DayResult;
import java.util.List;

/** Loads the closed days of a strategy. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface LoadClosedDaysPort {
  /**
   * The newest rows, in any order; none for a new strategy.
   *
   * @throws RuntimeException if the store cannot be read, which is not the same as no rows
   */
  List<DayResult> loadClosedDays(StrategyId strategy);
}
