package dev.maestro.engine.weights;

import dev.maestro.engine.form.View;
import dev.maestro.engine.number.SampleStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How weights are shown; a weight is decimal text, an unknown figure null. */
public final class AgentWeightsForm {
  private static final View<AgentWeight> AGENT =
      View.<AgentWeight>empty()
          .with("agent_id", agent -> agent.performance().agentId())
          .with("standing", agent -> agent.performance().standing())
          .with("sharpe", agent -> agent.performance().sharpe())
          .with("standard_error", agent -> agent.performance().standardError())
          .with("trades", agent -> agent.performance().trades())
          .with(
              "mean_return", agent -> agent.performance().statistics().map(SampleStatistics::mean))
          .with("deviation", AgentWeightsForm::deviation)
          .with("weight", agent -> agent.weight().toPlainString())
          .with("last_closed_at", agent -> agent.performance().lastClosedAt());

  /** What each agent may use, and what none may. */
  public static final View<AgentWeights> SHARES =
      View.<AgentWeights>empty()
          .with("weights", AgentWeightsForm::byAgent)
          .with("cash", weights -> weights.cash().toPlainString());

  /** All of it. */
  public static final View<AgentWeights> VIEW =
      SHARES
          .with("agents", weights -> weights.agents().stream().map(AGENT::write).toList())
          .with("warnings", weights -> weights.warnings().stream().map(Warning::text).toList());

  private AgentWeightsForm() {}

  private static Map<String, String> byAgent(AgentWeights weights) {
    Map<String, String> byAgent = new TreeMap<>();
    for (AgentWeight agent : weights.agents()) {
      byAgent.put(agent.performance().agentId(), agent.weight().toPlainString());
    }
    return byAgent;
  }

  private static Optional<Double> deviation(AgentWeight agent) {
    return agent
        .performance()
        .statistics()
        .filter(returns -> returns.count() > 1)
        .map(SampleStatistics::deviation);
  }
}
