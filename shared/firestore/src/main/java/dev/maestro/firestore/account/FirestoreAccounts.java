package dev.maestro.firestore.account;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.claim.account.AccountsPort;
import dev.maestro.engine.claim.account.StandingAccount;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;

/**
 * {@code tenants/{t}/accounts/{a}}. Whoever feeds waits, so Firestore answers within 10 seconds, or
 * is gone.
 */
public final class FirestoreAccounts implements AccountsPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads and writes here. */
  public FirestoreAccounts(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public StandingAccount find(TenantId tenant, AccountId account) {
    DocumentSnapshot document = await(document(tenant, account).get());
    Fields fields = StoredFields.of(document);
    return new StandingAccount(
        document.exists(),
        fields.reading("executor", Kinds.NAME).value(),
        fields.reading("as_of", Kinds.TIME).value(),
        DocumentVersion.of(document));
  }

  @Override
  public boolean replace(TenantId tenant, AccountId account, Written fields, StoreVersion before) {
    WriteBatch batch = firestore.batch();
    DocumentVersion.of(before)
        .replace(batch, document(tenant, account), StoredValue.map(fields.values()));
    try {
      await(batch.commit());
      return true;
    } catch (StaleWriteException overtaken) {
      StoreCalls.standBack();
      return false;
    }
  }

  private DocumentReference document(TenantId tenant, AccountId account) {
    return firestore.document(Paths.of(tenant, "accounts/" + account));
  }

  private static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
