package dev.maestro.engine.cycle;

import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Step 6: the mode of every registered strategy, and what it does to entries. */
final class ThrottleStage {
  private static final PerformanceReading NOTHING_GIVEN =
      new PerformanceReading.Unavailable("no closed days were given");

  private final SortedMap<StrategyId, ThrottleDecision> decisions = new TreeMap<>();
  private final SortedMap<StrategyId, ThrottleMemory> memories;

  private ThrottleStage(Map<StrategyId, ThrottleMemory> remembered) {
    memories = new TreeMap<>(remembered);
  }

  static ThrottleStage of(CycleInput input, ThrottleConfig config) {
    ThrottleStage throttling = new ThrottleStage(input.team().throttleMemory());
    input.team().strategies().forEach(strategy -> throttling.decide(strategy, input, config));
    return throttling;
  }

  SortedMap<StrategyId, ThrottleDecision> decisions() {
    return decisions;
  }

  /** What the next cycle has to know; of a strategy that is away, what was known when it went. */
  SortedMap<StrategyId, ThrottleMemory> memories() {
    return memories;
  }

  /** Exits carry their mode and are not touched by it. */
  void apply(SignalDraft draft) {
    draft
        .strategy()
        .map(RegisteredStrategy::id)
        .map(id -> decisions.get(id))
        .ifPresent(decision -> apply(draft, decision));
  }

  private static void apply(SignalDraft draft, ThrottleDecision decision) {
    draft.setMode(decision.mode());
    if (!draft.isEntry()) {
      return;
    }
    draft.cut(decision.mode().name(), decision.multiplier());
    if (decision.mode() == ThrottleMode.SHADOW_MODE) {
      draft.deny(ReasonCode.SHADOW_MODE, decision.reasoning());
      if (decision.isUnavailable()) {
        draft.deny(
            ReasonCode.PERFORMANCE_UNAVAILABLE, "the performance of the strategy is unreadable");
      }
    }
  }

  private void decide(RegisteredStrategy strategy, CycleInput input, ThrottleConfig config) {
    Optional<ThrottleMemory> memory =
        Optional.ofNullable(input.team().throttleMemory().get(strategy.id()));
    PerformanceReading reading =
        input.team().performance().getOrDefault(strategy.id(), NOTHING_GIVEN);
    ThrottleMemory.Outcome outcome =
        ThrottleMemory.decide(memory, reading, input.occasion().now(), config);
    memories.put(strategy.id(), outcome.memory());
    ThrottleMode probation = input.permission().selection().loosestMode(strategy.id());
    ThrottleDecision decision =
        outcome.decision().atLeast(probation, "On probation. Reducing allocation by 50%.");
    decisions.put(
        strategy.id(),
        strategy.status() == StrategyStatus.SHADOW
            ? decision.atLeast(ThrottleMode.SHADOW_MODE, "The strategy's status is SHADOW.")
            : decision);
  }
}
