package dev.maestro.firestore.api;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.KeptIntentForm;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;
import java.util.Optional;

/** The intents of a tenant, newest first: all that an executor needs, and no hash of a token. */
public final class IntentsView {
  private static final String INTENTS = "intents";

  private static final StoredList LIST =
      StoredList.newestFirst(
          INTENTS,
          "nonce",
          Paths::intents,
          "reserved_at",
          (document, now) -> KeptIntentForm.VIEW.written(kept(document)));

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
   * @throws RefusedInputException if that is none, or for a limit or a cursor that cannot be one
   */
  public Written page(PageRequest request, Optional<String> state) throws RefusedInputException {
    if (state.isEmpty()) {
      return LIST.answer(firestore, request);
    }
    String word = state(state.get()).name();
    return LIST.page(firestore, request, query -> query.whereEqualTo("state", word))
        .written(INTENTS);
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
      return KeptIntentForm.VIEW.written(kept(document));
    } catch (RuntimeException unreadable) {
      return Written.of("nonce", document.getId())
          .with("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static KeptIntent kept(DocumentSnapshot document) {
    return IntentDocument.read(Optional.of(StoredFields.of(document))).orElseThrow();
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
