package dev.maestro.engine.tenant;

import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.ThrottleMemory;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a cycle needs to know of a tenant's past; it reads no history beside it.
 *
 * @param trades closed trades of the tenant, from the journals of its strategies' users
 * @param watermark trades closed before it are in; empty: none was looked for yet
 * @param equity start-of-day equity of the last 30 days, in the order in which it was given
 * @param throttleMemory what the throttle remembers, by strategy
 * @param updatedAt when this was written
 */
public record TenantStats(
    RollingTrades trades,
    Optional<Instant> watermark,
    List<EquityPoint> equity,
    SortedMap<StrategyId, ThrottleMemory> throttleMemory,
    Instant updatedAt) {

  /** Keeps its own copies. */
  public TenantStats {
    equity = List.copyOf(equity);
    throttleMemory = Collections.unmodifiableSortedMap(new TreeMap<>(throttleMemory));
  }

  /** A tenant without a past. */
  public static TenantStats empty(Instant now) {
    return new TenantStats(RollingTrades.EMPTY, Optional.empty(), List.of(), new TreeMap<>(), now);
  }

  /** The same with other trades, known up to a watermark. */
  public TenantStats withTrades(RollingTrades other, Instant knownUpTo, Instant now) {
    return new TenantStats(other, Optional.of(knownUpTo), equity, throttleMemory, now);
  }

  /** The same, to be looked through for trades again from 30 days back. */
  public TenantStats withoutWatermark() {
    return new TenantStats(trades, Optional.empty(), equity, throttleMemory, updatedAt);
  }

  /** The same with other points of equity. */
  public TenantStats withEquity(Collection<EquityPoint> points) {
    return new TenantStats(trades, watermark, List.copyOf(points), throttleMemory, updatedAt);
  }

  /** The same with another memory of the throttle. */
  public TenantStats withThrottleMemory(SortedMap<StrategyId, ThrottleMemory> memory, Instant now) {
    return new TenantStats(trades, watermark, equity, memory, now);
  }
}
