package dev.maestro.embedded.memory;

import dev.maestro.testing.reweigh.ReweighRacesContract;
import dev.maestro.testing.reweigh.ReweighStage;

class MemoryWeightsRacesContractTest extends ReweighRacesContract {
  @Override
  protected ReweighStage emptyStage() {
    return new MemoryStage();
  }
}
