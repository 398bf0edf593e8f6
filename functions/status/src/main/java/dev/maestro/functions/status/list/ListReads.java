package dev.maestro.functions.status.list;

import com.google.cloud.firestore.Firestore;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.route.Access;

/** {@code GET} of a list: entries, and {@code next} to ask for the page after them. */
public final class ListReads {
  private final Firestore firestore;

  /** Reads here. */
  public ListReads(Firestore firestore) {
    this.firestore = firestore;
  }

  /** Answers with a page of this list. */
  public Access.MemberHandler of(StoredList list) {
    return call -> Answer.ok(list.answer(firestore, call.page()));
  }
}
