package dev.maestro.embedded.claim;

import dev.maestro.testing.claim.DamagedLedgerContract;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;

/** The contract in memory. */
class MemoryDamagedLedgersTest extends DamagedLedgerContract {
  @Override
  protected LedgerScene scene(InstantSource time) {
    return new MemoryLedgerScene(time);
  }
}
