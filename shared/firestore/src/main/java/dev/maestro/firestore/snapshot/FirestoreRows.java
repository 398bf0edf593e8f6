package dev.maestro.firestore.snapshot;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.RowsPort;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows and points of equity in Firestore. */
final class FirestoreRows implements RowsPort {
  /** Firestore takes 500 writes at once; reads come in parts of the same size. */
  private static final int BATCH = 400;

  private final Firestore firestore;

  FirestoreRows(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Map<RowPlace, StoredRow> load(TenantId tenant, Set<RowPlace> places) {
    List<RowPlace> wanted = List.copyOf(places);
    List<ApiFuture<List<DocumentSnapshot>>> asked = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += BATCH) {
      asked.add(
          firestore.getAll(
              wanted.subList(from, Math.min(wanted.size(), from + BATCH)).stream()
                  .map(place -> document(tenant, place))
                  .toArray(DocumentReference[]::new)));
    }
    List<DocumentSnapshot> documents =
        StoreCalls.await(ApiFutures.allAsList(asked)).stream().flatMap(List::stream).toList();
    Map<RowPlace, StoredRow> rows = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (documents.get(i).exists()) {
        rows.put(wanted.get(i), PeriodRowDocument.read(wanted.get(i), documents.get(i)));
      }
    }
    return rows;
  }

  @Override
  public void store(TenantId tenant, Map<RowPlace, PeriodRow> rows) {
    List<Map.Entry<RowPlace, PeriodRow>> all = List.copyOf(rows.entrySet());
    List<ApiFuture<List<WriteResult>>> sent = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      WriteBatch batch = firestore.batch();
      for (Map.Entry<RowPlace, PeriodRow> row :
          all.subList(from, Math.min(all.size(), from + BATCH))) {
        batch.set(
            document(tenant, row.getKey()),
            PeriodRowDocument.fields(row.getKey(), row.getValue()),
            SetOptions.merge());
      }
      sent.add(batch.commit());
    }
    StoreCalls.await(ApiFutures.allAsList(sent));
  }

  @Override
  public void storeEquity(TenantId tenant, LocalDate day, EquityPoint point) {
    StoreCalls.await(
        firestore
            .document(Paths.of(tenant, EquityDocument.path(day)))
            .set(EquityDocument.fields(day, point), SetOptions.merge()));
  }

  private DocumentReference document(TenantId tenant, RowPlace place) {
    return firestore.document(Paths.of(tenant, PeriodRowDocument.path(place)));
  }
}
