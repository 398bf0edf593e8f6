package dev.maestro.engine.snapshot.retention;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Removes old entries from the histories of a tenant's trading policy and global policy. */
@FunctionalInterface
public interface PruneHistoryPort {
  /**
   * Removes entries of before a time, but of neither history one of its newest. It may leave some
   * for the next call, so that one call does a bounded amount of work. Idempotent.
   *
   * @param atLeast so many of the newest stay, whatever their age
   * @return how many are gone
   * @throws dev.maestro.engine.port.UnavailableException if it is not known which are gone
   */
  int prune(TenantId tenant, Instant before, int atLeast);
}
