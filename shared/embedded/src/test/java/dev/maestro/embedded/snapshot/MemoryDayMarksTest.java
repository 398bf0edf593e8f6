package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.DayMarksContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryDayMarksTest extends DayMarksContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
