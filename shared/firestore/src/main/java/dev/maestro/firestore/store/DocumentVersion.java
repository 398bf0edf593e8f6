package dev.maestro.firestore.store;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.port.StoreVersion;
import java.util.Map;
import java.util.Optional;

/**
 * A document as it was read: by its update time, or that there was none.
 *
 * @param updatedAt empty: there was no document
 */
public record DocumentVersion(Optional<Timestamp> updatedAt) implements StoreVersion {
  /** There is no document. */
  public static final DocumentVersion NONE = new DocumentVersion(Optional.empty());

  /** The version that was read. */
  public static DocumentVersion of(DocumentSnapshot document) {
    return new DocumentVersion(
        Optional.ofNullable(document.getUpdateTime()).filter(time -> document.exists()));
  }

  /** One of ours that comes back through the engine. */
  public static DocumentVersion of(StoreVersion version) {
    return (DocumentVersion) version;
  }

  /** Writes these fields, provided that the document is as it was read, or still missing. */
  public void replace(WriteBatch batch, DocumentReference document, Map<String, Object> fields) {
    if (updatedAt.isPresent()) {
      batch.update(document, fields, Precondition.updatedAt(updatedAt.get()));
    } else {
      batch.create(document, fields);
    }
  }

  /**
   * The same as a write of its own.
   *
   * @return false if somebody else was faster; nothing is written then
   */
  public boolean replace(Firestore firestore, String path, Map<String, Object> fields) {
    WriteBatch batch = firestore.batch();
    replace(batch, firestore.document(path), fields);
    return StoreCalls.isWritten(batch);
  }
}
