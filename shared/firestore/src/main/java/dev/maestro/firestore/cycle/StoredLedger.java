package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.name.AccountId;
import dev.maestro.firestore.claim.LedgerDocument;
import java.util.Optional;

/**
 * {@code ledger/main}, as a cycle finds it. It is born in a cycle, and the chain remembers its
 * version: one that is missing or older than that is lost, and nobody begins it anew.
 */
final class StoredLedger {
  private static final String LEDGER = "ledger/" + AccountId.MAIN;

  private final TolerantReads reads;

  StoredLedger(TolerantReads reads) {
    this.reads = reads;
  }

  /**
   * The ledger; a new one before the first cycle, and empty if it is lost or cannot be read.
   *
   * @param knownVersion of the newest cycle; 0: none has written a ledger
   */
  Optional<TenantLedger> read(long knownVersion) {
    String path = reads.path(LEDGER);
    try {
      Optional<TenantLedger> kept = LedgerDocument.read(reads.fields(path));
      long version = kept.map(ledger -> ledger.ledger().version()).orElse(0L);
      if (version < knownVersion) {
        reads.fault(
            AlertCode.UNREADABLE_LEDGER,
            path
                + (kept.isEmpty() ? " is missing" : " is of version " + version)
                + ", and the newest cycle left version "
                + knownVersion
                + ": restore the document from a backup");
        return Optional.empty();
      }
      return kept.or(MoneyFacts.NONE::ledger);
    } catch (UnreadableLedgerException unreadable) {
      reads.fault(AlertCode.UNREADABLE_LEDGER, String.valueOf(unreadable.getMessage()));
      return Optional.empty();
    }
  }
}
