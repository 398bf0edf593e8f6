package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.firestore.store.StoredFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code tenants/{t}/strategies/{id}}. */
public final class StrategyDocument {
  private StrategyDocument() {}

  /**
   * All strategies of a tenant. A document that cannot be read costs only itself: its strategy is
   * not registered, so its signals are refused.
   *
   * @param strategies sorted by id
   * @param errors what is wrong, by the id of the strategy
   */
  public record Registered(List<RegisteredStrategy> strategies, SortedMap<String, String> errors) {
    /** Keeps its own list. */
    public Registered {
      strategies = List.copyOf(strategies);
    }
  }

  /** Reads all documents of the collection. */
  public static Registered readAll(List<? extends DocumentSnapshot> documents, Uid ownerUid) {
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
    strategies.sort(Comparator.comparing(RegisteredStrategy::id));
    return new Registered(strategies, errors);
  }
}
