package dev.maestro.engine.weights;

import java.math.BigDecimal;
import java.util.List;

/**
 * The shares of all agents; the weights and the cash add up to exactly 1.
 *
 * @param agents in agent order
 * @param cash what no agent may hold, a fraction with 10 decimal places
 */
public record AgentWeights(List<AgentWeight> agents, BigDecimal cash, List<Warning> warnings) {
  /** Keeps its own lists. */
  public AgentWeights {
    agents = List.copyOf(agents);
    warnings = List.copyOf(warnings);
  }
}
