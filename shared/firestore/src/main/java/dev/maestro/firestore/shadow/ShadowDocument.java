package dev.maestro.firestore.shadow;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowBookForm;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.util.Map;
import java.util.Optional;

/** {@code tenants/{t}/maestro/shadow}: the shadow book, written by cycles. */
public final class ShadowDocument {
  /** Where it stands below its tenant. */
  public static final String PATH = "maestro/shadow";

  private ShadowDocument() {}

  /** The fields of a book. */
  public static Map<String, Object> fields(ShadowBook book) {
    return StoredValue.map(ShadowBookForm.FORM.write(book));
  }

  /** The book; nothing is held where there is none, and it is empty if it cannot be read. */
  public static Optional<ShadowBook> read(DocumentSnapshot document) {
    try {
      return Optional.of(
          document.exists()
              ? ShadowBookForm.FORM.read(StoredFields.of(document))
              : ShadowBook.EMPTY);
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }
}
