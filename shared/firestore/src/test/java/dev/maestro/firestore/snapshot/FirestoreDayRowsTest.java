package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.DayRowsContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreDayRowsTest extends DayRowsContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-day-rows");
  }
}
