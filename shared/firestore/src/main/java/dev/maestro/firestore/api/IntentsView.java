package dev.maestro.firestore.api;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntentForm;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;
import java.util.Optional;

/** The intents of a tenant, newest first: all that an executor needs, and no hash of a token. */
public final class IntentsView {
  private static final String INTENTS = "intents";

  private final Firestore firestore;

  /** Reads here. */
  public IntentsView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * A page of them: {@code intents}, and {@code next} to ask for the page after it; null on the
   * last one.
   *
   * @param state only those in this state, in any case; empty: all
   * @param limit text of 1..200; empty: 50
   * @param before {@code next} of the page before; empty: the newest
   * @throws RefusedInputException if one of them is something else
   */
  public Written page(
      TenantId tenant, Optional<String> state, Optional<String> limit, Optional<String> before)
      throws RefusedInputException {
    int size = PageLimit.of(limit);
    Query query =
        firestore
            .collection(Paths.of(tenant, INTENTS))
            .orderBy("reserved_at", Query.Direction.DESCENDING)
            .limit(size + 1);
    if (state.isPresent()) {
      query = query.whereEqualTo("state", state(state.get()).name());
    }
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
    return Written.of(INTENTS, shown.stream().map(IntentsView::row).toList()).with("next", next);
  }

  /** One of them, with its history; empty if the tenant has none of that nonce. */
  public Optional<Written> one(TenantId tenant, String nonce) {
    return find(tenant, nonce).map(IntentsView::withHistory);
  }

  private Optional<DocumentSnapshot> find(TenantId tenant, String nonce) {
    return Nonce.of(nonce)
        .map(known -> StoredReads.await(firestore.document(Paths.intent(tenant, known)).get()))
        .filter(DocumentSnapshot::exists);
  }

  /** An intent that nobody can show says so, and the others of its page stand. */
  private static Written row(DocumentSnapshot document) {
    try {
      return KeptIntentForm.VIEW.written(
          IntentDocument.read(Optional.of(StoredFields.of(document))).orElseThrow());
    } catch (RuntimeException unreadable) {
      return Written.of("nonce", document.getId())
          .with("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static Written withHistory(DocumentSnapshot document) {
    Written row = row(document);
    try {
      List<?> lines =
          IntentDocument.history(StoredFields.of(document)).stream()
              .map(HistoryLine.FORM::write)
              .toList();
      return row.with("history", lines);
    } catch (IllegalArgumentException unreadable) {
      return row.with("history_unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static IntentState state(String word) throws RefusedInputException {
    return Words.read(IntentState.class, word)
        .orElseThrow(
            () ->
                new RefusedInputException(
                    "state",
                    "state must be one of "
                        + Words.list(IntentState.class)
                        + ", got '"
                        + word
                        + "'"));
  }
}
