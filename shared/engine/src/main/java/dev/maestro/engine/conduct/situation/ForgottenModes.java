package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Modes of strategies that the statistics have forgotten. Every cycle remembers each strategy that
 * it decided, so of a tenant that has decided a slot, a strategy that has closed days, or days that
 * cannot be read, and no memory, has lost it: the mode may have been any, and stands as the
 * tightest. One without a closed day has nothing to remember.
 */
public final class ForgottenModes {
  private ForgottenModes() {}

  /** The situation with the tightest memory where one is lost, and a fault that says so. */
  public static Situation tightened(Situation situation, Instant now) {
    Optional<TenantStats> stats = situation.memory().stats();
    if (stats.isEmpty() || situation.memory().lastDone().isEmpty()) {
      return situation;
    }
    SortedMap<StrategyId, ThrottleMemory> remembered = new TreeMap<>(stats.get().throttleMemory());
    TreeSet<StrategyId> lost = new TreeSet<>();
    for (RegisteredStrategy strategy : situation.facts().strategies()) {
      if (!remembered.containsKey(strategy.id()) && hasPast(strategy, situation.memory())) {
        lost.add(strategy.id());
      }
    }
    if (lost.isEmpty()) {
      return situation;
    }
    lost.forEach(strategy -> remembered.put(strategy, ThrottleMemory.lost(now)));
    List<Situation.Fault> faults = new ArrayList<>(situation.faults());
    faults.add(
        new Situation.Fault(
            AlertCode.UNREADABLE_STATS,
            "the throttle remembers nothing of "
                + lost.stream().map(StrategyId::value).collect(Collectors.joining(", "))
                + ", which have a past: they start from SHADOW_MODE"));
    return situation
        .with(
            situation
                .memory()
                .withStats(
                    Optional.of(
                        stats.get().withThrottleMemory(remembered, stats.get().updatedAt()))))
        .withFaults(faults);
  }

  private static boolean hasPast(RegisteredStrategy strategy, CycleMemory memory) {
    return !(memory.performance().get(strategy.id()) instanceof PerformanceReading.Rows rows)
        || !rows.days().isEmpty();
  }
}
