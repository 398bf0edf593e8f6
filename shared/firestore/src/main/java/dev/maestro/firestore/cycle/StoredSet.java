package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.StoredFields;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Documents that were read together, by path, each with its version. */
final class StoredSet implements StoreVersion {
  private final SortedMap<String, DocumentSnapshot> documents = new TreeMap<>();

  void add(DocumentSnapshot document) {
    documents.put(document.getReference().getPath(), document);
  }

  /** The fields of a document; empty if it does not exist. */
  Optional<Fields> fields(String path) {
    return Optional.ofNullable(documents.get(path))
        .filter(DocumentSnapshot::exists)
        .map(StoredFields::of);
  }

  /** A hash that names exactly these versions. */
  String hash() {
    SortedMap<String, Object> versions = new TreeMap<>();
    documents.forEach(
        (path, document) ->
            versions.put(path, DocumentVersion.of(document).updatedAt().toString()));
    return CanonicalJson.sha256(versions);
  }

  /** Writes these fields, provided that the document is as it was read, or still missing. */
  void replace(WriteBatch batch, DocumentReference document, Map<String, Object> fields) {
    Optional.ofNullable(documents.get(document.getPath()))
        .map(DocumentVersion::of)
        .orElse(DocumentVersion.NONE)
        .replace(batch, document, fields);
  }
}
