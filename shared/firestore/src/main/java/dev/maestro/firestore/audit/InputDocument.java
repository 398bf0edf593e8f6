package dev.maestro.firestore.audit;

import com.google.cloud.firestore.Blob;
import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One part of what a cycle was decided from, {@code input/0..} below its record. One that is too
 * large to be kept is a document without bytes, so that nobody takes it for one that is lost.
 */
public final class InputDocument {
  private static final String BYTES = "gzip";
  private static final String SIZE = "size";
  private static final String HASH = "sha256";
  private static final String EXPIRES_AT = "expires_at";

  private InputDocument() {}

  /** Where a part of a record's input is. */
  public static String path(String recordId, int part) {
    return Paths.LOGS + "/" + recordId + "/input/" + part;
  }

  /** The documents, in their order; their ids are their places. */
  public static List<Map<String, Object>> fields(TenantId tenant, KeptInput input) {
    Written beside =
        Written.of("tenant_id", tenant)
            .with(HASH, input.hash())
            .with(SIZE, input.bytes())
            .with("parts", input.parts().size())
            .with(EXPIRES_AT, input.expiresAt());
    List<Map<String, Object>> documents = new ArrayList<>();
    for (KeptInput.Part part : input.parts()) {
      Map<String, Object> document = StoredValue.map(beside.values());
      document.put(BYTES, Blob.fromBytes(part.bytes()));
      documents.add(document);
    }
    return input.isTooLarge() ? List.of(StoredValue.map(beside.values())) : documents;
  }

  /** What these documents keep, in the order of their ids; empty if there is none. */
  public static Optional<KeptInput> read(List<? extends DocumentSnapshot> documents) {
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    List<KeptInput.Part> parts = new ArrayList<>();
    for (DocumentSnapshot document : documents) {
      if (document.get(BYTES) instanceof Blob bytes) {
        parts.add(new KeptInput.Part(bytes.toBytes()));
      }
    }
    Fields first = StoredFields.of(documents.get(0));
    return Optional.of(
        new KeptInput(
            first.find(HASH, Kinds.TEXT).orElse(""),
            first.find(SIZE, Kinds.WHOLE).orElse(0L),
            parts,
            first.find(EXPIRES_AT, Kinds.TIME).orElse(Instant.EPOCH)));
  }
}
