package dev.maestro.engine.weights;

import dev.maestro.engine.evidence.scheme.CloneGroups;
import dev.maestro.engine.evidence.scheme.EvidenceScores;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.performance.SharpeRules;
import dev.maestro.engine.weights.WeightsScheme.Score;
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
    return config.scheme().clones()
        ? allocate(performances, groups(performances, windows, none), config)
        : allocate(performances, config);
  }

  private static CloneGroups groups(
      List<AgentPerformance> agents, Map<String, TradeWindow> windows, TradeWindow none) {
    return CloneGroups.of(
        agents.stream()
            .map(agent -> windows.getOrDefault(agent.agentId(), none).dailyPnl())
            .toList(),
        agents.stream().map(AgentPerformance::standing).toList());
  }

  private static List<String> agentsWithTrades(Map<String, TradeWindow> windows) {
    return windows.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Weighs agents that are judged already, in their order, each for itself. */
  public static AgentWeights allocate(List<AgentPerformance> agents, WeightsConfig config) {
    return allocate(agents, CloneGroups.none(agents.size()), config);
  }

  /**
   * Weighs agents that are judged already, in their order. A group is weighed and rounded as one
   * agent, so that its members are nobody else's business.
   */
  public static AgentWeights allocate(
      List<AgentPerformance> agents, CloneGroups groups, WeightsConfig config) {
    double[] scores = groups.scores(scores(agents, groups, config));
    Allocation allocation = Allocation.of(scores, groups.standings(agents), config);
    long[] units = UnitRounding.round(allocation, scores);
    long[] parts = groups.split(units, agents.size());
    List<AgentWeight> weights = new ArrayList<>(parts.length);
    for (int i = 0; i < parts.length; i++) {
      weights.add(new AgentWeight(agents.get(i), weight(parts[i])));
    }
    List<Warning> warnings = new ArrayList<>(allocation.warnings());
    if (!config.agentIds().isEmpty()) {
      agents.stream()
          .filter(agent -> agent.trades() == 0)
          .forEach(agent -> warnings.add(Warning.noTrades(agent.agentId())));
    }
    return new AgentWeights(weights, weight(units[scores.length]), warnings);
  }

  private static double[] scores(
      List<AgentPerformance> agents, CloneGroups groups, WeightsConfig config) {
    if (config.scheme().score() == Score.EVIDENCE) {
      return EvidenceScores.of(agents, groups);
    }
    double maxSharpe = config.maxSharpe().doubleValue();
    return agents.stream().mapToDouble(agent -> score(agent, maxSharpe)).toArray();
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
