package dev.maestro.firestore.snapshot;

import dev.maestro.testing.snapshot.DayWindowsContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class FirestoreDayWindowsTest extends DayWindowsContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new FirestoreSnapshotStage("demo-day-windows");
  }
}
