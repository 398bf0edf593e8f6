package dev.maestro.firestore.claim;

import dev.maestro.testing.claim.DamagedLedgerContract;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;

/** The contract on the emulator. */
class FirestoreDamagedLedgersTest extends DamagedLedgerContract {
  @Override
  protected LedgerScene scene(InstantSource time) {
    return new FirestoreLedgerScene("demo-damaged-ledgers", time);
  }
}
