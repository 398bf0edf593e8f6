package dev.maestro.embedded.snapshot;

import dev.maestro.testing.snapshot.DayEvidenceContract;
import dev.maestro.testing.snapshot.SnapshotStage;

class MemoryDayEvidenceTest extends DayEvidenceContract {
  @Override
  protected SnapshotStage emptyStage() {
    return new MemorySnapshotStage();
  }
}
