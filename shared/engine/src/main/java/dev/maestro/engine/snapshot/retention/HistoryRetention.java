package dev.maestro.engine.snapshot.retention;

import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;

/** How long evaluations of policies are kept: 90 days, and the newest 100 whatever their age. */
public final class HistoryRetention {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int AT_LEAST = 100;

  private final PruneHistoryPort histories;

  /** Keeps these histories short. */
  public HistoryRetention(PruneHistoryPort histories) {
    this.histories = histories;
  }

  /** Removes what is too old now; returns how many entries are gone. */
  public int prune(TenantId tenant, Instant now) {
    return histories.prune(tenant, now.minus(KEPT), AT_LEAST);
  }
}
