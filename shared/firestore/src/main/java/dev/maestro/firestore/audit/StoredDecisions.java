package dev.maestro.firestore.audit;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.ArrayList;
import java.util.List;
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
    List<DocumentSnapshot> read =
        StoreCalls.await(firestore.getAll(places(recordId).toArray(DocumentReference[]::new)));
    return Optional.of(read.get(0))
        .filter(document -> tenant.value().equals(document.get("tenant_id")))
        .map(document -> new StoredDecision(recordId, record(document), input(read)));
  }

  /** The record, and all parts that there may be: one call reads them. */
  private List<DocumentReference> places(String recordId) {
    String record = Paths.LOGS + "/" + recordId;
    List<DocumentReference> places = new ArrayList<>();
    places.add(firestore.document(record));
    for (int part = 0; part < KeptInput.MOST_PARTS; part++) {
      places.add(firestore.document(InputDocument.path(recordId, part)));
    }
    return places;
  }

  private static Written record(DocumentSnapshot document) {
    return new Written(
        RecordDocument.decode(Objects.requireNonNullElse(document.getData(), Map.of())));
  }

  private static Optional<KeptInput> input(List<DocumentSnapshot> read) {
    return InputDocument.read(
        read.subList(1, read.size()).stream().filter(DocumentSnapshot::exists).toList());
  }
}
