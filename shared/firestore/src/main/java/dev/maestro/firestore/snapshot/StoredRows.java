package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows as they are stored; writes only those that differ, and leaves other fields alone. */
final class StoredRows {
  /** Firestore takes 500 writes at once. */
  private static final int BATCH = 400;

  private final Firestore firestore;
  private final TenantId tenant;
  private final Map<String, DocumentSnapshot> byPath = new HashMap<>();

  StoredRows(Firestore firestore, TenantId tenant) {
    this.firestore = firestore;
    this.tenant = tenant;
  }

  /** Reads the documents at these places below the tenant, in one call. */
  void load(Collection<String> paths) {
    List<String> unknown = paths.stream().filter(path -> !byPath.containsKey(path)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    DocumentReference[] references =
        unknown.stream().map(this::reference).toArray(DocumentReference[]::new);
    List<DocumentSnapshot> documents = StoreCalls.await(firestore.getAll(references));
    for (int i = 0; i < unknown.size(); i++) {
      byPath.put(unknown.get(i), documents.get(i));
    }
  }

  DocumentSnapshot at(String path) {
    load(List.of(path));
    return Objects.requireNonNull(byPath.get(path));
  }

  /** Writes what differs from what was loaded; returns how many documents that was. */
  int write(Map<String, Map<String, Object>> rows) {
    List<Map.Entry<String, Map<String, Object>>> changed =
        rows.entrySet().stream().filter(row -> differs(row.getKey(), row.getValue())).toList();
    for (int from = 0; from < changed.size(); from += BATCH) {
      WriteBatch batch = firestore.batch();
      changed.subList(from, Math.min(changed.size(), from + BATCH)).stream()
          .forEach(row -> batch.set(reference(row.getKey()), row.getValue(), SetOptions.merge()));
      StoreCalls.await(batch.commit());
    }
    return changed.size();
  }

  private boolean differs(String path, Map<String, Object> fields) {
    Map<String, Object> stored = at(path).getData();
    return stored == null
        || fields.entrySet().stream()
            .anyMatch(
                field ->
                    !stored.containsKey(field.getKey())
                        || !Objects.equals(stored.get(field.getKey()), field.getValue()));
  }

  private DocumentReference reference(String path) {
    return firestore.document(Paths.of(tenant, path));
  }
}
