package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.DayEvidenceContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreDayEvidenceTest extends DayEvidenceContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-evidence");
  }
}
