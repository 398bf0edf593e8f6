package dev.maestro.firestore.api;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.store.Paths;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The decision log of a tenant, newest first. */
public final class DecisionsView {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /** What a list shows of an entry; a whole record can be 800 KiB. */
  private static final String[] SHOWN = {
    "timestamp",
    "kind",
    "session_id",
    "cycle_slot",
    "risk_mode",
    "systemic_risk_detected",
    "systemic_risk_details",
    "signals_modified",
    "ai_summary",
    "seq",
    "hash"
  };

  private final Firestore firestore;

  /** Reads here. */
  public DecisionsView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * A page of the log: {@code decisions}, and {@code next} to ask for the page after it; null on
   * the last one.
   *
   * @param limit text of 1..200; empty: 50
   * @param before {@code next} of the page before; empty: the newest
   * @throws RefusedInputException if one of them is something else
   */
  public Written page(TenantId tenant, Optional<String> limit, Optional<String> before)
      throws RefusedInputException {
    int size = PageLimit.of(limit);
    Query query =
        firestore
            .collection(Paths.LOGS)
            .whereEqualTo("tenant_id", tenant.value())
            .orderBy("timestamp", Query.Direction.DESCENDING)
            .select(SHOWN)
            .limit(size + 1);
    if (before.isPresent()) {
      query =
          query.startAfter(
              find(tenant, before.get())
                  .orElseThrow(
                      () ->
                          new RefusedInputException(
                              "before", "before must be the 'next' of an earlier page")));
    }
    List<QueryDocumentSnapshot> found = StoredReads.await(query.get()).getDocuments();
    List<QueryDocumentSnapshot> shown = found.subList(0, Math.min(size, found.size()));
    Optional<String> next =
        found.size() > size ? Optional.of(shown.get(size - 1).getId()) : Optional.empty();
    return Written.of("decisions", shown.stream().map(DecisionsView::row).toList())
        .with("next", next);
  }

  /** A whole record, so that its hash can be checked; empty if the tenant has none of that id. */
  public Optional<Written> one(TenantId tenant, String id) {
    return find(tenant, id).map(DecisionsView::record);
  }

  private Optional<DocumentSnapshot> find(TenantId tenant, String id) {
    if (!ID.matcher(id).matches() || !StoredName.isOfDocument(id)) {
      return Optional.empty();
    }
    return Optional.of(StoredReads.await(firestore.document(Paths.LOGS + "/" + id).get()))
        .filter(document -> tenant.value().equals(document.get("tenant_id")));
  }

  /** A record that nobody can show says so, and the others of its page stand. */
  private static Written row(DocumentSnapshot document) {
    Written row = record(document).with("id", document.getId());
    try {
      CanonicalJson.write(row.values());
      return row;
    } catch (IllegalArgumentException unwritable) {
      return Written.of("id", document.getId())
          .with("unreadable", String.valueOf(unwritable.getMessage()));
    }
  }

  private static Written record(DocumentSnapshot document) {
    return new Written(
        RecordDocument.decode(Objects.requireNonNullElse(document.getData(), Map.of())));
  }
}
