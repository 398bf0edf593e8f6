package dev.maestro.firestore.snapshot;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.retention.PruneHistoryPort;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.List;

/**
 * The histories of both policies in Firestore. Where nothing is old enough, pruning reads one
 * document per history; where something is, the newest ones too, and it removes at most 4,000.
 */
final class FirestoreHistories implements PruneHistoryPort {
  /** Firestore takes 500 writes at once. */
  private static final int BATCH = 400;

  private static final int MOST_BATCHES = 10;

  private final Firestore firestore;

  FirestoreHistories(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public int prune(TenantId tenant, Instant before, int atLeast) {
    return prune(history(tenant, "policy"), "evaluated_at", before, atLeast)
        + prune(history(tenant, "globalPolicy"), "updated_at", before, atLeast);
  }

  private int prune(CollectionReference history, String time, Instant before, int atLeast) {
    Timestamp end = StoredValue.time(before);
    if (oldest(history, time, end, 1).isEmpty()) {
      return 0;
    }
    List<QueryDocumentSnapshot> kept = newest(history, time, atLeast);
    Timestamp edge = kept.size() < atLeast ? null : kept.get(atLeast - 1).getTimestamp(time);
    if (edge == null) {
      return 0;
    }
    return remove(history, time, edge.compareTo(end) < 0 ? edge : end);
  }

  private int remove(CollectionReference history, String time, Timestamp end) {
    int removed = 0;
    for (int i = 0; i < MOST_BATCHES; i++) {
      List<QueryDocumentSnapshot> old = oldest(history, time, end, BATCH);
      if (old.isEmpty()) {
        break;
      }
      WriteBatch batch = firestore.batch();
      old.forEach(entry -> batch.delete(entry.getReference()));
      StoreCalls.await(batch.commit());
      removed += old.size();
    }
    return removed;
  }

  private static List<QueryDocumentSnapshot> oldest(
      CollectionReference history, String time, Timestamp end, int limit) {
    Query query = history.whereLessThan(time, end).orderBy(time).select(time).limit(limit);
    return StoreCalls.await(query.get()).getDocuments();
  }

  private static List<QueryDocumentSnapshot> newest(
      CollectionReference history, String time, int limit) {
    Query query = history.orderBy(time, Query.Direction.DESCENDING).select(time).limit(limit);
    return StoreCalls.await(query.get()).getDocuments();
  }

  private CollectionReference history(TenantId tenant, String policy) {
    return firestore.collection(Paths.of(tenant, policy + "/current/history"));
  }
}
