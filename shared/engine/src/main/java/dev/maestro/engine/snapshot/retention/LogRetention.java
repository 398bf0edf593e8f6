package dev.maestro.engine.snapshot.retention;

import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;

/**
 * How long decisions and revisions of weights are kept: as the tenant's {@code decisions.keep_days}
 * says, without it for ever. Of the chain of decisions the newest 100 stay whatever their age, and
 * where it begins is kept when its beginning goes: what is left is verified from there.
 */
public final class LogRetention {
  private static final int AT_LEAST = 100;

  private final PruneLogsPort logs;

  /** Keeps these logs short. */
  public LogRetention(PruneLogsPort logs) {
    this.logs = logs;
  }

  /**
   * Removes what is too old now; returns how many entries are gone.
   *
   * @param kept zero: for ever
   * @throws BrokenChainException if what would go is no whole chain: then nothing of it goes
   */
  public int prune(TenantId tenant, Duration kept, Instant now) {
    return kept.isZero() ? 0 : logs.prune(tenant, now.minus(kept), AT_LEAST);
  }
}
