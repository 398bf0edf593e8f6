package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.weights.FirestoreReweigh;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds the stored settings of a user against the tenant's, and the stored windows against the
 * journal by rebuilding them, which also admits trades that were in the future when they came. The
 * first windows of a user are no drift. A user who is weighed for another tenant keeps the settings
 * of that one.
 */
public final class WindowCheck implements DayCloser.WindowRebuild {
  private final Firestore firestore;
  private final Reweigh reweighing;

  /** Rebuilds with this use case. */
  public WindowCheck(Firestore firestore, Reweigh reweighing) {
    this.firestore = firestore;
    this.reweighing = reweighing;
  }

  @Override
  public boolean rebuild(Uid uid, TenantId tenant, WeightsConfig settings, Instant now) {
    LoadedPerformance stored = FirestoreReweigh.stored(firestore).load(uid, Optional.empty());
    if (stored.tenantId().filter(named -> isAnother(named, tenant)).isEmpty()) {
      reweighing.configure(uid, tenant, settings, now);
    }
    return reweighing.rebuild(uid, "snapshot", now).isChanged() && stored.updatedAt().isPresent();
  }

  /** A tenant without a configuration is none: a user's own id stands where nothing was known. */
  private boolean isAnother(TenantId named, TenantId tenant) {
    return !named.equals(tenant)
        && StoreCalls.await(firestore.document(Paths.config(named)).get()).exists();
  }
}
