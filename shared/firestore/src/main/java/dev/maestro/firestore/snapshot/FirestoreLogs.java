package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.retention.PruneLogsPort;
import dev.maestro.firestore.audit.OldDecisions;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.List;

/** The logs of a tenant in Firestore; one call removes at most 4,000 entries of each. */
final class FirestoreLogs implements PruneLogsPort {
  /** Firestore takes 500 writes at once. */
  private static final int BATCH = 400;

  private static final int MOST_BATCHES = 10;

  private final Firestore firestore;

  FirestoreLogs(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public int prune(TenantId tenant, Instant before, int atLeast) {
    int weights = batches(() -> removeWeights(tenant, before));
    OldDecisions decisions = new OldDecisions(firestore, tenant, before, atLeast);
    return weights + batches(() -> decisions.remove(BATCH));
  }

  private static int batches(Batch batch) {
    int removed = 0;
    for (int i = 0; i < MOST_BATCHES; i++) {
      int now = batch.remove();
      removed += now;
      if (now < BATCH) {
        break;
      }
    }
    return removed;
  }

  /** In the order of the index that lists them: the newest of the old ones first. */
  private int removeWeights(TenantId tenant, Instant before) {
    Query query =
        firestore
            .collection(Paths.WEIGHTS_LOGS)
            .whereEqualTo("tenant_id", tenant.value())
            .whereLessThan("timestamp", StoredValue.time(before))
            .orderBy("timestamp", Query.Direction.DESCENDING)
            .select("timestamp")
            .limit(BATCH);
    List<QueryDocumentSnapshot> old = StoreCalls.await(query.get()).getDocuments();
    if (old.isEmpty()) {
      return 0;
    }
    WriteBatch batch = firestore.batch();
    old.forEach(entry -> batch.delete(entry.getReference()));
    StoreCalls.await(batch.commit());
    return old.size();
  }

  /** Removes a part; returns how many are gone. */
  @FunctionalInterface
  private interface Batch {
    int remove();
  }
}
