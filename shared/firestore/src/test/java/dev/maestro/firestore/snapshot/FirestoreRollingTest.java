package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.RollingContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreRollingTest extends RollingContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-rolling");
  }
}
