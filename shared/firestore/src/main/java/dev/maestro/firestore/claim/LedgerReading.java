package dev.maestro.firestore.claim;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;
import java.util.Optional;

/**
 * A ledger and all documents that belong to it, as they stood at one time: what is compared must
 * not change while it is read.
 *
 * @param ledger empty: there is none
 * @param intents of the tenant, also of other accounts
 * @param closes of this ledger
 */
public record LedgerReading(Optional<Fields> ledger, List<Fields> intents, List<Fields> closes) {
  private static final TransactionOptions READ_ONLY =
      TransactionOptions.createReadOnlyOptionsBuilder().build();

  /** Keeps its own lists. */
  public LedgerReading {
    intents = List.copyOf(intents);
    closes = List.copyOf(closes);
  }

  /** Reads all of it in one read-only transaction, which holds nobody up. */
  public static LedgerReading of(Firestore firestore, TenantId tenant, AccountId account) {
    return StoreCalls.await(
        firestore.runTransaction(
            transaction -> {
              DocumentSnapshot ledger =
                  LedgerTransactions.read(
                      transaction.get(firestore.document(Paths.ledger(tenant, account))));
              return new LedgerReading(
                  Optional.of(ledger).filter(DocumentSnapshot::exists).map(StoredFields::of),
                  all(firestore, transaction, Paths.intents(tenant)),
                  all(firestore, transaction, Paths.closes(tenant, account)));
            },
            READ_ONLY));
  }

  private static List<Fields> all(Firestore firestore, Transaction transaction, String collection)
      throws Exception {
    return LedgerTransactions.read(transaction.get(firestore.collection(collection)))
        .getDocuments()
        .stream()
        .map(StoredFields::of)
        .toList();
  }
}
