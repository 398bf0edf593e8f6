package dev.maestro.embedded.memory;

import dev.maestro.contract.reweigh.ReweighContract;
import dev.maestro.contract.reweigh.ReweighStage;

class MemoryWeightsContractTest extends ReweighContract {
  @Override
  protected ReweighStage emptyStage() {
    return new MemoryStage();
  }
}
