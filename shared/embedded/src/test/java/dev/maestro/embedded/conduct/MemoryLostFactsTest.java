package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.LostFactsContract;

class MemoryLostFactsTest extends LostFactsContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
