package dev.maestro.firestore.audit;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decisions in Firestore, with what they were decided from. */
public final class StoredDecisions implements LoadDecisionPort {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private final Firestore firestore;

  /** Reads here. */
  public StoredDecisions(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<StoredDecision> find(TenantId tenant, String recordId) {
    if (!ID.matcher(recordId).matches() || !StoredName.isOfDocument(recordId)) {
      return Optional.empty();
    }
    DocumentReference place = firestore.document(Paths.LOGS + "/" + recordId);
    return Optional.of(StoreCalls.await(place.get()))
        .filter(document -> tenant.value().equals(document.get("tenant_id")))
        .map(document -> new StoredDecision(recordId, record(document), input(place)));
  }

  private static Written record(DocumentSnapshot document) {
    return new Written(
        RecordDocument.decode(Objects.requireNonNullElse(document.getData(), Map.of())));
  }

  private static Optional<KeptInput> input(DocumentReference place) {
    return InputDocument.read(
        StoreCalls.await(
                place.collection(InputDocument.COLLECTION).orderBy(FieldPath.documentId()).get())
            .getDocuments());
  }
}
