package dev.maestro.engine.evidence.scheme;

import dev.maestro.engine.evidence.record.TrackRecord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import dev.maestro.engine.evidence.record.TradeEvidenceForm;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.performance.SharpeRules;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the windows of agents prove of each, shown beside their weights; no weight depends on it.
 *
 * @param byAgent an agent with fewer than two trades, or with returns that are all alike, has none
 */
public record AgentEvidence(SortedMap<String, TradeEvidence> byAgent) {
  /** Keeps its own map. */
  public AgentEvidence {
    byAgent = Collections.unmodifiableSortedMap(new TreeMap<>(byAgent));
  }

  /**
   * Of these windows.
   *
   * @param windows of every agent that has ever closed a trade: the best of many has to be better
   */
  public static AgentEvidence of(Map<String, TradeWindow> windows, SharpeRules rules) {
    SortedMap<String, TrackRecord> records = new TreeMap<>();
    windows.forEach(
        (agent, window) ->
            TrackRecord.of(
                    window.size(), i -> window.get(i).returnOnCapital(), rules.riskFreePerTrade())
                .ifPresent(record -> records.put(agent, record)));
    int tried = Math.max(1, windows.size());
    double variance = TradeEvidence.variance(records.values());
    SortedMap<String, TradeEvidence> evidence = new TreeMap<>();
    records.forEach(
        (agent, record) -> evidence.put(agent, TradeEvidence.of(record, tried, variance)));
    return new AgentEvidence(evidence);
  }

  /** As it is stored and printed: figures by agent. */
  public Map<String, Map<String, Object>> written() {
    Map<String, Map<String, Object>> written = new TreeMap<>();
    byAgent.forEach((agent, known) -> written.put(agent, TradeEvidenceForm.VIEW.write(known)));
    return written;
  }
}
