package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.DayOnPaperContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreDayOnPaperTest extends DayOnPaperContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-day-on-paper");
  }
}
