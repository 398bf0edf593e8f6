package dev.maestro.firestore.signal;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.inbox.KeptSignal;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.engine.signal.inbox.StandingSignal;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tenants/{t}/signals/{strategy}}: one call that reads a strategy and its signal, one that
 * writes it. Whoever sends waits, so Firestore answers within 10 seconds, or is gone.
 */
public final class FirestoreSignals implements NewestSignalPort {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads and writes here. */
  public FirestoreSignals(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<StandingSignal> find(TenantId tenant, StrategyId strategy) {
    List<DocumentSnapshot> found =
        await(
            firestore.getAll(
                firestore.document(Paths.of(tenant, "strategies/" + strategy)),
                document(tenant, strategy)));
    return Optional.of(found.get(1))
        .filter(signal -> found.get(0).exists())
        .map(FirestoreSignals::standing);
  }

  @Override
  public boolean replace(
      TenantId tenant, StrategyId strategy, KeptSignal signal, StoreVersion before) {
    WriteBatch batch = firestore.batch();
    DocumentVersion.of(before).replace(batch, document(tenant, strategy), fields(signal));
    try {
      await(batch.commit());
      return true;
    } catch (StaleWriteException overtaken) {
      StoreCalls.standBack();
      return false;
    }
  }

  /** A time that is none lets the signal give way. */
  private static StandingSignal standing(DocumentSnapshot document) {
    Fields fields = StoredFields.of(document);
    return new StandingSignal(
        fields.raw("signal"),
        fields
            .raw("received_at")
            .map(given -> given instanceof Instant time ? time : Instant.EPOCH),
        DocumentVersion.of(document));
  }

  private static Map<String, Object> fields(KeptSignal signal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signal", signal.fields().values());
    fields.put("received_at", signal.receivedAt());
    fields.put("received_by", signal.receivedBy());
    fields.put("expires_at", signal.expiresAt());
    return StoredValue.map(fields);
  }

  private DocumentReference document(TenantId tenant, StrategyId strategy) {
    return firestore.document(Paths.of(tenant, "signals/" + strategy));
  }

  private static <T> T await(ApiFuture<T> call) {
    return StoreCalls.await(call, PATIENCE);
  }
}
