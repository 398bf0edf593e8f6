package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.DayWindowsContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryDayWindowsTest extends DayWindowsContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
