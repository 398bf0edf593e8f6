package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.LoadedCodeContract;

class MemoryLoadedCodeTest extends LoadedCodeContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
