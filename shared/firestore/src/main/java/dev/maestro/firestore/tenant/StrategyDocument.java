package dev.maestro.firestore.tenant;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        strategies.add(read(document.getId(), StoredFields.of(document), ownerUid));
      } catch (UnreadableDocumentException broken) {
        errors.put(document.getId(), String.valueOf(broken.getMessage()));
      }
    }
    return new TenantStrategies(strategies, errors);
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
      return new RegisteredStrategy(
          id,
          fields.optionalText("name").orElse(id),
          status,
          uid,
          fields.optionalText("agent_id").orElse(id),
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
    fields.put("agent_id", strategy.agentId());
    fields.put("regime_tags", strategy.regimeTags());
    fields.put("allow_shorts", strategy.allowShorts());
    fields.put("scale_in", strategy.scaleIn());
    return StoredValue.map(fields);
  }
}
