package dev.maestro.embedded.memory;

import dev.maestro.contract.reweigh.ReweighRacesContract;
import dev.maestro.contract.reweigh.ReweighStage;

class MemoryWeightsRacesContractTest extends ReweighRacesContract {
  @Override
  protected ReweighStage emptyStage() {
    return new MemoryStage();
  }
}
