package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        strategies.add(read(document.getId(), StoredFields.of(document), ownerUid));
      } catch (UnreadableDocumentException broken) {
        errors.put(document.getId(), String.valueOf(broken.getMessage()));
      }
    }
    strategies.sort(Comparator.comparing(RegisteredStrategy::id));
    return new Registered(strategies, errors);
  }

  /**
   * Reads a strategy; its user is the owner and its agent has its own id unless it says otherwise.
   *
   * @throws UnreadableDocumentException naming field and mend
   */
  public static RegisteredStrategy read(String id, StoredFields fields, Uid ownerUid) {
    Uid uid = fields.optionalText("uid").map(text -> uid(fields, text)).orElse(ownerUid);
    StrategyStatus status = fields.word("status", StrategyStatus.class);
    try {
      StrategyId strategy = new StrategyId(id);
      return new RegisteredStrategy(
          strategy,
          fields.optionalText("name").orElse(id),
          status,
          uid,
          fields.has("agent_id")
              ? fields.name("agent_id", "the name of an agent", AgentId::of)
              : strategy.agentOfSameName(),
          fields.texts("regime_tags"),
          fields.flag("allow_shorts", false),
          fields.flag("scale_in", false));
    } catch (IllegalArgumentException broken) {
      throw new UnreadableDocumentException(String.valueOf(broken.getMessage()));
    }
  }

  private static Uid uid(StoredFields fields, String text) {
    return Uid.of(text).orElseThrow(() -> fields.wrong("uid", "a user id", text));
  }

  static Map<String, Object> fields(RegisteredStrategy strategy) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", strategy.name());
    fields.put("status", strategy.status());
    fields.put("uid", strategy.uid().value());
    fields.put("agent_id", strategy.agentId().value());
    fields.put("regime_tags", strategy.regimeTags());
    fields.put("allow_shorts", strategy.allowShorts());
    fields.put("scale_in", strategy.scaleIn());
    return StoredValue.map(fields);
  }
}
