package dev.maestro.embedded.replay.day;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day that is over, UTC, or a longer period by its last day.
 *
 * @param agents those that closed anything, at least one
 */
public record ReplayDay(LocalDate date, SortedMap<String, AgentDay> agents) {
  /** Keeps its own map. */
  public ReplayDay {
    agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
    if (agents.isEmpty()) {
      throw new IllegalArgumentException("on " + date + " no agent closed anything");
    }
  }

  /** What the agent earned, a fraction; 0 if it closed nothing. */
  public double returnOf(String name) {
    AgentDay day = agents.get(name);
    return day == null ? 0 : day.dayReturn();
  }
}
