package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.RollingContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryRollingTest extends RollingContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
