package dev.maestro.firestore.api.page;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Written;
import java.util.List;
import java.util.Optional;

/**
 * Entries of a list.
 *
 * @param documents those of the page, as they are stored
 * @param following the first that is not on it; empty: it is the last page
 * @param shown what is shown of each
 * @param next to ask for the page after it
 */
public record StoredPage(
    List<DocumentSnapshot> documents,
    Optional<DocumentSnapshot> following,
    List<Written> shown,
    Optional<String> next) {
  /** Keeps its own lists. */
  public StoredPage {
    documents = List.copyOf(documents);
    shown = List.copyOf(shown);
  }

  /** As it is answered: the entries under the name of the list, and {@code next}. */
  public Written written(String list) {
    return Written.of(list, shown).with("next", next);
  }
}
