package dev.maestro.engine.snapshot;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds the stored settings of a user against the tenant's, and the stored windows against the
 * journal by rebuilding them, which also admits trades that were in the future when they came. The
 * first windows of a user are no drift. A user who is weighed for another tenant keeps the settings
 * of that one.
 */
public final class WindowCheck implements RebuildWindowsPort {
  private final Reweigh reweigh;
  private final LoadPerformancePort performance;
  private final KnownTenantPort tenants;

  /** Rebuilds with this use case, which works on the same store as the ports. */
  public WindowCheck(Reweigh reweigh, LoadPerformancePort performance, KnownTenantPort tenants) {
    this.reweigh = reweigh;
    this.performance = performance;
    this.tenants = tenants;
  }

  @Override
  public boolean rebuild(Uid uid, TenantId tenant, WeightsConfig settings, Instant now) {
    LoadedPerformance stored = performance.load(uid, Optional.empty());
    boolean isFirst = stored.updatedAt().isEmpty();
    if (stored.tenantId().filter(named -> isAnother(named, tenant)).isEmpty()) {
      boolean isConfigured = reweigh.configure(uid, tenant, settings, now).isChanged();
      if (isFirst && isConfigured) {
        // The first windows are read from the journal, and confirmed: they are right already.
        return false;
      }
    }
    return reweigh.rebuild(uid, "snapshot", now).isChanged() && !isFirst;
  }

  /** A tenant without a configuration is none: a user's own id stands where nothing was known. */
  private boolean isAnother(TenantId named, TenantId tenant) {
    return !named.equals(tenant) && tenants.isTenant(named);
  }
}
