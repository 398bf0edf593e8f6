package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;

/** The registered strategies of a tenant, by id. One without a user is the owner's. */
public final class StrategyList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.byId(
          "strategies",
          "id",
          tenant -> Paths.of(tenant, "strategies"),
          (document, now) -> entry(document));

  /** Stands where the store names nobody. */
  private static final Uid NOBODY = new Uid("nobody");

  private StrategyList() {}

  private static Written entry(DocumentSnapshot document) {
    Fields stored = StoredFields.of(document);
    return RegisteredStrategyForm.LISTED
        .written(RegisteredStrategyForm.of(document.getId(), NOBODY).read(stored))
        .with("uid", stored.find("uid", Kinds.UID));
  }
}
