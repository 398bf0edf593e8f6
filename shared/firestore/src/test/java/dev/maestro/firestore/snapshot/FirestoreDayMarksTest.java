package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.DayMarksContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreDayMarksTest extends DayMarksContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-day-marks");
  }
}
