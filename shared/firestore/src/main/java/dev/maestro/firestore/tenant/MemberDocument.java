package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.util.Map;

/** {@code tenants/{t}/users/{uid}}. */
public final class MemberDocument {
  private MemberDocument() {}

  /**
   * Reads a member.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming field and mend
   */
  public static Member read(Uid uid, StoredFields fields) {
    String word = fields.text("role");
    Role role =
        Role.of(word).orElseThrow(() -> fields.wrong("role", "one of " + Role.words(), word));
    try {
      return new Member(
          uid,
          role,
          fields.names("strategies", "ids of an agent's strategies", StrategyId::of),
          fields.optionalTime("added_at"));
    } catch (InvalidConfigurationException broken) {
      throw fields.wrong("strategies", "ids of an agent's strategies", broken.errors());
    }
  }

  static Map<String, Object> fields(Member member) {
    return StoredValue.map(
        Map.of(
            "role",
            member.role().word(),
            "strategies",
            member.strategies().stream().map(StrategyId::value).toList(),
            "added_at",
            member.addedAt()));
  }
}
