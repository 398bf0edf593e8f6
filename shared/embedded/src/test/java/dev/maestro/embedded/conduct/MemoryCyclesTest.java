package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.CyclesContract;

class MemoryCyclesTest extends CyclesContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
