package dev.maestro.embedded.memory;

import dev.maestro.testing.reweigh.ReweighContract;
import dev.maestro.testing.reweigh.ReweighStage;

class MemoryWeightsContractTest extends ReweighContract {
  @Override
  protected ReweighStage emptyStage() {
    return new MemoryStage();
  }
}
