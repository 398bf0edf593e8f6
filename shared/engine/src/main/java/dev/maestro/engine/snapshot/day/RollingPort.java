package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ClosedDays;

/**
 * The rolling documents of a tenant: its statistics, which cycles write too, and the closed days of
 * its strategies. Both are replaced only by whoever read them last.
 */
public interface RollingPort {
  /** The statistics as they stand now. Changes nothing. */
  StoredStats stats(TenantId tenant);

  /**
   * What the store has room for, as it would give it back: the oldest trades may be missing.
   *
   * @throws dev.maestro.engine.port.RefusedByStoreException if not even the newest 200 trades fit
   */
  TenantStats fitting(TenantStats stats);

  /**
   * Replaces the statistics, atomically.
   *
   * @param stats as {@link #fitting} gave them
   * @param before of the statistics that were read
   * @return false if somebody else was faster; nothing is stored then
   */
  boolean replaceStats(TenantId tenant, TenantStats stats, StoreVersion before);

  /**
   * Replaces the closed days, atomically.
   *
   * @param before of the closed days that were read
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.RefusedByStoreException if they are too large
   */
  boolean replaceClosedDays(TenantId tenant, ClosedDays days, StoreVersion before);
}
