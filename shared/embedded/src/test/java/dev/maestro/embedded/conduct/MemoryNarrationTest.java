package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.narration.NarrationContract;

class MemoryNarrationTest extends NarrationContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
