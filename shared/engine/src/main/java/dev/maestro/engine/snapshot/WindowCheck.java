package dev.maestro.engine.snapshot;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds the stored settings of a user against the tenant's, and the stored windows against the
 * journal by rebuilding them, which also admits trades that were in the future when they came. The
 * first windows of a user are no drift. A user who does not belong to the tenant, or is weighed for
 * another, is not weighed by its settings, and an alert says so.
 */
public final class WindowCheck implements RebuildWindowsPort {
  private final Reweigh reweigh;
  private final LoadPerformancePort performance;

  /** Rebuilds with this use case, which works on the same store as the port. */
  public WindowCheck(Reweigh reweigh, LoadPerformancePort performance) {
    this.reweigh = reweigh;
    this.performance = performance;
  }

  @Override
  public boolean rebuild(Uid uid, TenantId tenant, WeightsConfig settings, Instant now) {
    LoadedPerformance stored = performance.load(uid, Optional.empty());
    boolean isFirst = stored.updatedAt().isEmpty();
    try {
      boolean isConfigured = reweigh.configure(uid, tenant, settings, now).isChanged();
      if (isFirst && isConfigured) {
        // The first windows are read from the journal, and confirmed: they are right already.
        return false;
      }
    } catch (ForeignUserException notOurs) {
      reweigh.rebuild(uid, "snapshot", now);
      return false;
    }
    return reweigh.rebuild(uid, "snapshot", now).isChanged() && !isFirst;
  }
}
