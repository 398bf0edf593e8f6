package dev.maestro.firestore.api;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.api.page.StoredReads;
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
  private static final List<String> SHOWN =
      List.of(
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
          "hash");

  private static final StoredList LIST =
      StoredList.newestFirstOfShared(
          "decisions",
          "id",
          Paths.LOGS,
          "timestamp",
          SHOWN,
          (document, now) -> record(document).with("id", document.getId()));

  private final Firestore firestore;

  /** Reads here. */
  public DecisionsView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * A page of the log: {@code decisions}, and {@code next} to ask for the page after it; null on
   * the last one.
   *
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public Written page(PageRequest request) throws RefusedInputException {
    return LIST.answer(firestore, request);
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

  private static Written record(DocumentSnapshot document) {
    return new Written(
        RecordDocument.decode(Objects.requireNonNullElse(document.getData(), Map.of())));
  }
}
