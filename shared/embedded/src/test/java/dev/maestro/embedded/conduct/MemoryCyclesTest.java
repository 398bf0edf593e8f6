package dev.maestro.embedded.conduct;

import dev.maestro.contract.conduct.ConductStage;
import dev.maestro.contract.conduct.CyclesContract;

class MemoryCyclesTest extends CyclesContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
