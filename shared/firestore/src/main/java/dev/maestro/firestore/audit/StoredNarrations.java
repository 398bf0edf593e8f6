package dev.maestro.firestore.audit;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.time.Duration;

/** Puts words beside records of the decision log. */
public final class StoredNarrations implements NarrationsPort {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Firestore firestore;

  /** Writes here. */
  public StoredNarrations(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public void put(TenantId tenant, String recordId, String summary, Narration narration) {
    StoreCalls.await(
        firestore
            .document(Paths.LOGS + "/" + recordId)
            .update(RecordDocument.encode(narration.beside(summary).values())),
        PATIENCE);
  }
}
