package dev.maestro.embedded.claim;

import dev.maestro.testing.claim.LedgerContract;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;

/** The contract in memory. */
class MemoryLedgersTest extends LedgerContract {
  @Override
  protected LedgerScene scene(InstantSource time) {
    return new MemoryLedgerScene(time);
  }
}
