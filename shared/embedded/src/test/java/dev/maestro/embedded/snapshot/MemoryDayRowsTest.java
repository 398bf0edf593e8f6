package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.DayRowsContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryDayRowsTest extends DayRowsContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
