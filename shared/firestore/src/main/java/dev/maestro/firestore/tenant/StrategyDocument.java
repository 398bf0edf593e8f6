package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.firestore.store.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code tenants/{t}/strategies/{id}}. */
public final class StrategyDocument {
  private StrategyDocument() {}

  /** Reads all documents of the collection. */
  public static TenantStrategies readAll(List<? extends DocumentSnapshot> documents, Uid ownerUid) {
    List<RegisteredStrategy> strategies = new ArrayList<>();
    SortedMap<String, String> errors = new TreeMap<>();
    for (DocumentSnapshot document : documents) {
      try {
        strategies.add(
            RegisteredStrategyForm.of(document.getId(), ownerUid).read(StoredFields.of(document)));
      } catch (UnreadableValueException broken) {
        errors.put(document.getId(), String.valueOf(broken.getMessage()));
      }
    }
    return new TenantStrategies(strategies, errors);
  }
}
