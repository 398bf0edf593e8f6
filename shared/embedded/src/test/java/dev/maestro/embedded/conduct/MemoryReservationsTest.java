package dev.maestro.embedded.conduct;

import dev.maestro.testing.conduct.ConductStage;
import dev.maestro.testing.conduct.ReservationsContract;

class MemoryReservationsTest extends ReservationsContract {
  @Override
  protected ConductStage emptyStage() {
    return new MemoryConductStage();
  }
}
