package dev.maestro.cli.weights;

import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.number.SampleStatistics;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights as plain values for JSON, under the names of the weights document. */
public final class WeightsJson {
  private static final int REJECTIONS_SHOWN = 20;

  private WeightsJson() {}

  /** All of it; weights are decimal text, unknown figures null. */
  public static Map<String, Object> of(AgentWeights weights, List<Rejection> rejections) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, String> byAgent = new LinkedHashMap<>();
    List<Object> agents = new ArrayList<>();
    for (AgentWeight agent : weights.agents()) {
      byAgent.put(agent.performance().agentId().value(), agent.weight().toPlainString());
      agents.add(agent(agent));
    }
    json.put("weights", byAgent);
    json.put("cash", weights.cash().toPlainString());
    json.put("agents", agents);
    json.put("warnings", weights.warnings().stream().map(Enum::name).toList());
    json.put("rejected_count", rejections.size());
    json.put("rejected_reasons", rejections.stream().map(r -> r.reason().code()).sorted().toList());
    json.put("rejected", newest(rejections));
    return json;
  }

  private static Map<String, Object> agent(AgentWeight agent) {
    AgentPerformance performance = agent.performance();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agent_id", performance.agentId().value());
    json.put("standing", performance.standing().name());
    json.put(
        "sharpe", performance.sharpe().isPresent() ? performance.sharpe().getAsDouble() : null);
    json.put(
        "standard_error",
        performance.standardError().isPresent() ? performance.standardError().getAsDouble() : null);
    json.put("trades", performance.trades());
    json.put("mean_return", performance.statistics().map(SampleStatistics::mean).orElse(null));
    json.put(
        "deviation",
        performance
            .statistics()
            .filter(returns -> returns.count() > 1)
            .map(SampleStatistics::deviation)
            .orElse(null));
    json.put("weight", agent.weight().toPlainString());
    json.put("last_closed_at", performance.lastClosedAt().map(Object::toString).orElse(null));
    return json;
  }

  private static List<Object> newest(List<Rejection> rejections) {
    List<Object> newest = new ArrayList<>();
    int first = Math.max(0, rejections.size() - REJECTIONS_SHOWN);
    for (Rejection rejection : rejections.subList(first, rejections.size())) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("trade_id", rejection.tradeId());
      json.put("reason", rejection.reason().code());
      json.put("line", rejection.line().isPresent() ? rejection.line().getAsLong() : null);
      newest.add(json);
    }
    return newest;
  }
}
