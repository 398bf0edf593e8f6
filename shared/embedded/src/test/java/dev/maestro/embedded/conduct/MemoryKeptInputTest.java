package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.KeptInputContract;

class MemoryKeptInputTest extends KeptInputContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
