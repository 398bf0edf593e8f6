package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.shadow.ShadowStep;
import dev.maestro.engine.systemic.SystemicEvent;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.verdict.DecidedSignal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one cycle decided.
 *
 * @param signals every signal with its verdict, by strategy and symbol
 * @param record the sealed record; nothing is released before it is stored
 * @param throttle the mode of every registered strategy, and why
 * @param throttleMemory what the next cycle has to know, by strategy
 * @param systemic empty if the strategies did not see the market break
 * @param capital what the ledger gave; empty if it is lost or cannot be read
 * @param shadow what was done on paper; empty: nothing was asked, or its book cannot be read
 * @param summary one deterministic text for people
 * @param narration what the record says of its text if nothing more happens
 */
public record CycleOutcome(
    String sessionId,
    List<DecidedSignal> signals,
    ChainRecord record,
    SortedMap<StrategyId, ThrottleDecision> throttle,
    SortedMap<StrategyId, ThrottleMemory> throttleMemory,
    Optional<SystemicEvent> systemic,
    Optional<LedgerChanges> capital,
    Optional<ShadowStep> shadow,
    String summary,
    Narration narration) {
  /** Takes a copy of the list. */
  public CycleOutcome {
    signals = List.copyOf(signals);
  }

  /** The same with what was done on paper. */
  public CycleOutcome with(Optional<ShadowStep> step) {
    return new CycleOutcome(
        sessionId,
        signals,
        record,
        throttle,
        throttleMemory,
        systemic,
        capital,
        step,
        summary,
        narration);
  }

  /** The same, whose text this is said of. */
  public CycleOutcome with(Narration told) {
    return new CycleOutcome(
        sessionId,
        signals,
        record,
        throttle,
        throttleMemory,
        systemic,
        capital,
        shadow,
        summary,
        told);
  }
}
