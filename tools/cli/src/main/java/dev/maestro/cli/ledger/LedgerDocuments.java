package dev.maestro.cli.ledger;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.check.LedgerCheck;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.claim.LedgerReading;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A ledger with all documents that belong to it, as they are stored. */
final class LedgerDocuments {
  private final Firestore firestore;
  private final TenantId tenant;
  private final AccountId account;

  LedgerDocuments(Firestore firestore, TenantId tenant, AccountId account) {
    this.firestore = firestore;
    this.tenant = tenant;
    this.account = account;
  }

  /**
   * What was looked at, and what does not agree.
   *
   * @param intents of the account, open and ended
   * @param closes that no intent asked for
   */
  record Check(int intents, int closes, List<String> findings) {
    Check {
      findings = List.copyOf(findings);
    }
  }

  /** The ledger; empty if no cycle has made one. */
  Optional<TenantLedger> ledger() {
    DocumentSnapshot document =
        StoreCalls.await(firestore.document(Paths.ledger(tenant, account)).get());
    return LedgerDocument.read(
        Optional.of(document).filter(DocumentSnapshot::exists).map(StoredFields::of));
  }

  /** The ledger, which must be there. */
  TenantLedger require() {
    return ledger().orElseThrow(this::missing);
  }

  /** Reads everything there is of it; a document that cannot be read is a finding. */
  Check verify() {
    LedgerReading read = LedgerReading.of(firestore, tenant, account);
    List<String> findings = new ArrayList<>();
    List<KeptIntent> intents =
        readable(read.intents(), IntentDocument::read, findings).stream()
            .filter(intent -> intent.account().equals(account))
            .toList();
    List<LedgerTrade> closes = readable(read.closes(), IntentDocument::readClose, findings);
    boolean isAll = findings.isEmpty();
    if (read.ledger().isEmpty() && intents.isEmpty() && closes.isEmpty() && isAll) {
      throw missing();
    }
    try {
      LedgerDocument.read(read.ledger())
          .ifPresentOrElse(
              known -> findings.addAll(LedgerCheck.findings(known, intents, closes, isAll)),
              () -> findings.add(lost()));
    } catch (UnreadableLedgerException broken) {
      findings.add(String.valueOf(broken.getMessage()));
    }
    return new Check(intents.size(), closes.size(), findings);
  }

  private CommandFailure missing() {
    return new CommandFailure(
        "tenant " + tenant + " has no ledger " + account + ": its first cycle makes one");
  }

  private String lost() {
    return "the ledger "
        + account
        + " is missing, and there are intents or closes of it: restore it from a backup";
  }

  private static <T> List<T> readable(
      List<Fields> documents,
      Function<Optional<Fields>, Optional<T>> reader,
      List<String> findings) {
    List<T> read = new ArrayList<>();
    for (Fields document : documents) {
      try {
        reader.apply(Optional.of(document)).ifPresent(read::add);
      } catch (UnreadableLedgerException broken) {
        findings.add(String.valueOf(broken.getMessage()));
      }
    }
    return read;
  }
}
