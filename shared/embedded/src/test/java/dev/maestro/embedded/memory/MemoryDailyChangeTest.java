package dev.maestro.embedded.memory;

import dev.maestro.testing.reweigh.DailyChangeContract;
import dev.maestro.testing.reweigh.ReweighStage;

class MemoryDailyChangeTest extends DailyChangeContract {
  @Override
  protected ReweighStage emptyStage() {
    return new MemoryStage();
  }
}
