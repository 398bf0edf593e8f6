package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The rolling statistics of a tenant as they were found.
 *
 * @param stats empty if there are none, or if they cannot be read whole
 * @param memory what the throttle remembers, which no journal can give back; absent: there are no
 *     statistics
 * @param lookAgainAt when somebody wrote trades of the past and asked that they be looked for, the
 *     last time; a closing that has not seen this one leaves the watermark away
 * @param version wanted back by {@link RollingPort#replaceStats}
 */
public record StoredStats(
    Optional<TenantStats> stats,
    Reading<SortedMap<StrategyId, ThrottleMemory>> memory,
    Optional<Instant> lookAgainAt,
    StoreVersion version) {
  /** True if something stands there, readable or not. */
  public boolean isThere() {
    return memory.isGiven();
  }
}
