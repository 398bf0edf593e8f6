package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.verdict.DecidedSignal;
import java.util.List;
import java.util.SortedMap;

/**
 * What one cycle decided.
 *
 * @param signals every signal with its verdict, by strategy and symbol
 * @param record the sealed record; nothing is released before it is stored
 * @param throttleMemory what the next cycle has to know, by strategy
 * @param summary one deterministic text for people
 */
public record CycleOutcome(
    String sessionId,
    List<DecidedSignal> signals,
    ChainRecord record,
    SortedMap<StrategyId, ThrottleMemory> throttleMemory,
    String summary) {
  /** Keeps its own list. */
  public CycleOutcome {
    signals = List.copyOf(signals);
  }
}
