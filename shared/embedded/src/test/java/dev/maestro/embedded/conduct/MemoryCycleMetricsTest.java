package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.metrics.CycleMetricsContract;

class MemoryCycleMetricsTest extends CycleMetricsContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
