package dev.maestro.engine.snapshot.retention;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Removes old decisions of a tenant, and old revisions of the weights of its users. */
@FunctionalInterface
public interface PruneLogsPort {
  /**
   * Removes decisions of slots before a time, oldest first, and in the same commit stores where the
   * chain begins now; revisions of weights go by age alone. It may leave some for the next call, so
   * that one call does a bounded amount of work. Idempotent.
   *
   * @param atLeast so many of the newest decisions stay, whatever their age
   * @return how many entries are gone
   * @throws BrokenChainException if what would go is no whole chain; nothing of it is removed
   * @throws dev.maestro.engine.port.UnavailableException if it is not known which are gone
   */
  int prune(TenantId tenant, Instant before, int atLeast);
}
