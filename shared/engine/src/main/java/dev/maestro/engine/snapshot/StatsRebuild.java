package dev.maestro.engine.snapshot;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.RollingPort;
import dev.maestro.engine.snapshot.day.StoredStats;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the statistics anew from the journal and keeps what the throttle remembers. A cycle may
 * write them at the same time, so the write holds only if they are still as they were read.
 */
final class StatsRebuild {
  private static final int ATTEMPTS = 5;

  private final RollingPort rolling;

  StatsRebuild(RollingPort rolling) {
    this.rolling = rolling;
  }

  /**
   * What was done.
   *
   * @param isWritten false: the statistics were right
   * @param isComplete false: not all trades of 30 days have room
   */
  record Outcome(boolean isWritten, boolean isComplete) {}

  /**
   * Rebuilds.
   *
   * @param trades the tenant's, from all journals
   * @return empty if cycles were faster each time; nothing is lost then
   */
  Optional<Outcome> rebuild(TenantDay day, Collection<ClosedTrade> trades) {
    RollingTrades all = RollingTrades.rebuild(trades, day.now());
    Optional<Outcome> outcome = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && outcome.isEmpty(); attempt++) {
      outcome = attempt(day, all, rolling.stats(day.tenant().id()));
    }
    return outcome;
  }

  private Optional<Outcome> attempt(TenantDay day, RollingTrades trades, StoredStats stored) {
    TenantStats stats =
        rolling.fitting(
            new TenantStats(
                trades,
                watermark(day, stored),
                EquityCurve.of(day.equity().values(), day.now()).points(),
                memory(day, stored),
                day.now()));
    boolean isComplete = stats.trades().isCompleteAt(day.now());
    if (stored.stats().filter(before -> saysTheSame(before, stats)).isPresent()) {
      return Optional.of(new Outcome(false, isComplete));
    }
    return rolling.replaceStats(day.tenant().id(), stats, stored.version())
        ? Optional.of(new Outcome(true, isComplete))
        : Optional.empty();
  }

  /** What was written of the past since the journals were read is still to be looked for. */
  private static Optional<Instant> watermark(TenantDay day, StoredStats stored) {
    StoredStats before = day.rolling().stats();
    boolean isStillAsked = !before.isThere() || !before.lookAgainAt().equals(stored.lookAgainAt());
    return isStillAsked ? Optional.empty() : Optional.of(day.now());
  }

  /** Where the memory cannot be read, every strategy starts from the tightest mode. */
  private static SortedMap<StrategyId, ThrottleMemory> memory(TenantDay day, StoredStats stored) {
    if (!stored.isThere() || stored.memory().value().isPresent()) {
      return stored.memory().value().orElseGet(TreeMap::new);
    }
    SortedMap<StrategyId, ThrottleMemory> tightest = new TreeMap<>();
    for (RegisteredStrategy strategy : day.strategies().known()) {
      tightest.put(
          strategy.id(),
          new ThrottleMemory(
              ThrottleMode.SHADOW_MODE, day.now(), Optional.of(day.day()), Optional.empty()));
    }
    return tightest;
  }

  private static boolean saysTheSame(TenantStats before, TenantStats stats) {
    return before.trades().equals(stats.trades())
        && before.equity().equals(stats.equity())
        && before.throttleMemory().equals(stats.throttleMemory());
  }
}
