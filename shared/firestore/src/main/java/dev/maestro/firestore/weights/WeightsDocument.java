package dev.maestro.firestore.weights;

import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.number.SampleStatistics;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.firestore.store.StoredValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code users/{uid}/maestro/weights}, and the entry of the log that goes with each revision. */
final class WeightsDocument {
  private static final int REJECTIONS_SHOWN = 20;

  private WeightsDocument() {}

  static Map<String, Object> fields(WeightsCommit commit, String engineVersion) {
    List<Object> agents = new ArrayList<>();
    commit.weights().agents().forEach(agent -> agents.add(agent(agent)));
    List<Rejection> rejections = List.copyOf(commit.windows().rejections().values());
    int first = Math.max(0, rejections.size() - REJECTIONS_SHOWN);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("weights", byAgent(commit));
    fields.put("cash", commit.weights().cash());
    fields.put("agents", agents);
    fields.put("rejected_count", (long) rejections.size());
    fields.put(
        "rejected",
        rejections.subList(first, rejections.size()).stream()
            .map(PerformanceDocument::rejected)
            .toList());
    fields.put("warnings", commit.weights().warnings());
    fields.put("config", PerformanceDocument.config(commit.config()));
    fields.put("cause", cause(commit));
    fields.put("revision", commit.revision());
    fields.put("tenant_id", commit.owner());
    fields.put("computed_at", commit.at());
    fields.put("engine_version", engineVersion);
    return StoredValue.map(fields);
  }

  /** The entry of the decision log. */
  static Map<String, Object> logEntry(WeightsCommit commit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", "weights");
    fields.put("timestamp", commit.at());
    fields.put("tenant_id", commit.owner());
    fields.put("uid", commit.uid().value());
    fields.put("revision", commit.revision());
    fields.put("cause", cause(commit));
    fields.put("weights", byAgent(commit));
    fields.put("cash", commit.weights().cash());
    fields.put("systemic_risk_detected", false);
    return StoredValue.map(fields);
  }

  /** The id of the entry, the same however often the revision is tried. */
  static String logId(WeightsCommit commit) {
    return commit.at().getEpochSecond() + "_weights_" + commit.uid() + "_" + commit.revision();
  }

  private static Map<String, Object> cause(WeightsCommit commit) {
    return Map.of("event_id", commit.cause().eventId(), "trade_id", commit.cause().tradeId());
  }

  private static Map<String, Object> byAgent(WeightsCommit commit) {
    Map<String, Object> weights = new LinkedHashMap<>();
    for (AgentWeight agent : commit.weights().agents()) {
      weights.put(agent.performance().agentId().value(), agent.weight());
    }
    return weights;
  }

  private static Map<String, Object> agent(AgentWeight agent) {
    AgentPerformance performance = agent.performance();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agent_id", performance.agentId().value());
    fields.put("standing", performance.standing());
    fields.put("sharpe", performance.sharpe());
    fields.put("standard_error", performance.standardError());
    fields.put("trades", (long) performance.trades());
    fields.put("mean_return", performance.statistics().map(SampleStatistics::mean));
    fields.put(
        "deviation",
        performance
            .statistics()
            .filter(returns -> returns.count() > 1)
            .map(SampleStatistics::deviation));
    fields.put("weight", agent.weight());
    fields.put("last_closed_at", performance.lastClosedAt());
    return fields;
  }
}
