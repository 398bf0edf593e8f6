package dev.maestro.gcp.snapshot;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.reweigh.Reweighing;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StoreCalls;
import java.time.Instant;

/**
 * Holds the stored windows of a user against the journal by rebuilding them, which also admits
 * trades that were in the future when they came. The first windows of a user are no drift.
 */
public final class WindowCheck implements DayCloser.WindowRebuild {
  private final Firestore firestore;
  private final Reweighing reweighing;

  /** Rebuilds with this use case. */
  public WindowCheck(Firestore firestore, Reweighing reweighing) {
    this.firestore = firestore;
    this.reweighing = reweighing;
  }

  @Override
  public boolean rebuild(String uid, Instant now) {
    boolean wereStored =
        StoreCalls.await(firestore.document(Paths.performance(uid)).get()).exists();
    return reweighing.rebuild(uid, "snapshot", now).isChanged() && wereStored;
  }
}
