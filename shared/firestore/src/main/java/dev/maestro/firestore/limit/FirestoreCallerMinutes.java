package dev.maestro.firestore.limit;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.limit.CallerMinute;
import dev.maestro.engine.limit.CallerMinutesPort;
import dev.maestro.engine.limit.StandingMinute;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code tenants/{t}/callers/{uid}}: one small document per caller, written about ten times a
 * minute at most for each kind of call. A caller waits, so Firestore answers within 10 seconds, or
 * is gone.
 */
public final class FirestoreCallerMinutes implements CallerMinutesPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Counts here. */
  public FirestoreCallerMinutes(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public StandingMinute find(TenantId tenant, Uid caller) {
    DocumentSnapshot document = StoreCalls.await(document(tenant, caller).get(), PATIENCE);
    return new StandingMinute(minute(document), DocumentVersion.of(document));
  }

  @Override
  public boolean replace(TenantId tenant, Uid caller, CallerMinute next, StoreVersion before) {
    WriteBatch batch = firestore.batch();
    DocumentVersion.of(before)
        .replace(batch, document(tenant, caller), StoredValue.map(CallerMinute.FORM.write(next)));
    try {
      StoreCalls.await(batch.commit(), PATIENCE);
      return true;
    } catch (StaleWriteException overtaken) {
      StoreCalls.standBack();
      return false;
    }
  }

  private static Optional<CallerMinute> minute(DocumentSnapshot document) {
    try {
      return Optional.of(document)
          .filter(DocumentSnapshot::exists)
          .map(found -> CallerMinute.FORM.read(StoredFields.of(found)));
    } catch (UnreadableValueException broken) {
      return Optional.empty();
    }
  }

  private DocumentReference document(TenantId tenant, Uid caller) {
    return firestore.document(Paths.of(tenant, "callers/" + caller));
  }
}
