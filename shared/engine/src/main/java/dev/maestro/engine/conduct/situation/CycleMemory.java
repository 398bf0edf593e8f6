package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant's past tells the next cycle: what cycles and closed days have left behind, and the
 * trades since.
 *
 * @param stats empty if they are missing or unreadable
 * @param newTrades closed since the statistics were brought up to date, some of them again
 * @param performance closed days per strategy; one that is missing counts as unavailable
 * @param day how the account's day has gone, as the last cycle left it; empty before the first
 * @param meta the last evaluation of the global policy; empty before the first
 * @param chain the head of the tenant's chain of records
 * @param lastDone the newest slot that was decided
 */
public record CycleMemory(
    Optional<TenantStats> stats,
    List<ClosedTrade> newTrades,
    Map<StrategyId, PerformanceReading> performance,
    StabilityState stability,
    Optional<DayEquity> day,
    Optional<MetaState> meta,
    ChainHead chain,
    Optional<Slot> lastDone) {
  /** Takes a copy of the trades. */
  public CycleMemory {
    newTrades = List.copyOf(newTrades);
  }

  /** Of a tenant that has decided nothing and traded nothing. */
  public static CycleMemory none(TenantConfig config, Instant now) {
    return new CycleMemory(
        Optional.of(TenantStats.empty(now)),
        List.of(),
        Map.of(),
        StabilityState.initial(
            config.market().symbolsDefault(), now, config.profile().profile().name()),
        Optional.empty(),
        Optional.empty(),
        ChainHead.EMPTY,
        Optional.empty());
  }

  /** The same with other statistics. */
  public CycleMemory withStats(Optional<TenantStats> other) {
    return new CycleMemory(other, newTrades, performance, stability, day, meta, chain, lastDone);
  }

  /** The same with other trades that the statistics do not know yet. */
  public CycleMemory withNewTrades(List<ClosedTrade> trades) {
    return new CycleMemory(stats, trades, performance, stability, day, meta, chain, lastDone);
  }

  /** The same with other closed days. */
  public CycleMemory withPerformance(Map<StrategyId, PerformanceReading> readings) {
    return new CycleMemory(stats, newTrades, readings, stability, day, meta, chain, lastDone);
  }

  /** The same with another day of the account. */
  public CycleMemory withDay(Optional<DayEquity> other) {
    return new CycleMemory(stats, newTrades, performance, stability, other, meta, chain, lastDone);
  }

  /** The same at another place of the chain. */
  public CycleMemory withChain(ChainHead head) {
    return new CycleMemory(stats, newTrades, performance, stability, day, meta, head, lastDone);
  }
}
