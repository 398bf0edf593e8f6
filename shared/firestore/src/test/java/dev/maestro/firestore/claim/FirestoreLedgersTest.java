package dev.maestro.firestore.claim;

import dev.maestro.testing.claim.LedgerContract;
import dev.maestro.testing.claim.LedgerScene;
import java.time.InstantSource;

/** The contract on the emulator. */
class FirestoreLedgersTest extends LedgerContract {
  @Override
  protected LedgerScene scene(InstantSource time) {
    return new FirestoreLedgerScene("demo-ledgers", time);
  }
}
