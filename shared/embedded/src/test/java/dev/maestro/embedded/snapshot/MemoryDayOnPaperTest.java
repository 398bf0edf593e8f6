package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.DayOnPaperContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryDayOnPaperTest extends DayOnPaperContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
