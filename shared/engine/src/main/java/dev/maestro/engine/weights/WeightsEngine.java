package dev.maestro.engine.weights;

import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.SharpeRules;
import dev.maestro.engine.performance.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** From windows to weights: judge every agent, score, allocate, round. */
public final class WeightsEngine {
  private WeightsEngine() {}

  /**
   * Weighs the windows.
   *
   * @param windows by agent; a configured agent without a window has no trades
   */
  public static AgentWeights weigh(Map<String, TradeWindow> windows, WeightsConfig config) {
    Collection<String> agents =
        config.agentIds().isEmpty() ? agentsWithTrades(windows) : config.agentIds();
    SharpeRules rules = config.sharpeRules();
    TradeWindow none = TradeWindow.empty(config.lookbackTrades());
    List<AgentPerformance> performances = new ArrayList<>(agents.size());
    for (String agent : agents) {
      performances.add(AgentPerformance.of(agent, windows.getOrDefault(agent, none), rules));
    }
    return allocate(performances, config);
  }

  private static List<String> agentsWithTrades(Map<String, TradeWindow> windows) {
    return windows.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Weighs agents that are judged already, in their order. */
  public static AgentWeights allocate(List<AgentPerformance> agents, WeightsConfig config) {
    double[] scores = new double[agents.size()];
    Standing[] standings = new Standing[scores.length];
    double maxSharpe = config.maxSharpe().doubleValue();
    for (int i = 0; i < scores.length; i++) {
      AgentPerformance agent = agents.get(i);
      standings[i] = agent.standing();
      scores[i] = score(agent, maxSharpe);
    }
    Allocation allocation = Allocation.of(scores, standings, config);
    long[] units = UnitRounding.round(allocation, scores);
    List<AgentWeight> weights = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      weights.add(new AgentWeight(agents.get(i), weight(units[i])));
    }
    List<Warning> warnings = new ArrayList<>(allocation.warnings());
    if (!config.agentIds().isEmpty()) {
      agents.stream()
          .filter(agent -> agent.trades() == 0)
          .forEach(agent -> warnings.add(Warning.noTrades(agent.agentId())));
    }
    return new AgentWeights(weights, weight(units[scores.length]), warnings);
  }

  /** min(sharpe, max_sharpe) if RANKED, 0 if UNPROVEN; LOSING agents stand below all others. */
  private static double score(AgentPerformance agent, double maxSharpe) {
    return switch (agent.standing()) {
      case RANKED -> Math.min(agent.sharpe().orElseThrow(), maxSharpe);
      case UNPROVEN -> 0;
      case LOSING -> Double.NEGATIVE_INFINITY;
    };
  }

  private static BigDecimal weight(long units) {
    return BigDecimal.valueOf(units, WeightsConfig.PLACES);
  }
}
