package dev.maestro.embedded.storm;

import dev.maestro.embedded.storm.fault.PlantedFault;
import java.util.Optional;

/**
 * What is to be searched.
 *
 * @param firstSeed of the first schedule; each later one has the next
 * @param schedules at least 1
 * @param fault planted; empty: the engine as it is
 */
public record StormPlan(long firstSeed, int schedules, Optional<PlantedFault> fault) {
  /** Refuses a search of nothing. */
  public StormPlan {
    if (schedules < 1) {
      throw new IllegalArgumentException("schedules must be 1 or more, got " + schedules);
    }
  }
}
