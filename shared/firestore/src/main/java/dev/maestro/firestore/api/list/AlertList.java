package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.util.List;

/** The alerts of a tenant, those first that were raised last. */
public final class AlertList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.newestFirstOfShared(
          "alerts", "id", Paths.ALERTS, "last_at", List.of(), (document, now) -> entry(document));

  private AlertList() {}

  private static Written entry(DocumentSnapshot document) {
    Fields stored = StoredFields.of(document);
    return Written.of("id", document.getId())
        .with("code", stored.get("code", Kinds.TEXT))
        .with("severity", stored.get("severity", Kinds.TEXT))
        .with("message", stored.get("message", Kinds.TEXT))
        .with("source", stored.get("source", Kinds.TEXT))
        .with("at", stored.get("at", Kinds.TIME))
        .with("last_at", stored.get("last_at", Kinds.TIME))
        .with("count", stored.get("count", Kinds.WHOLE));
  }
}
