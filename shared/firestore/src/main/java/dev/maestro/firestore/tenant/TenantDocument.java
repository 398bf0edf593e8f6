package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code tenants/{t}}; its facts also stand in the field {@code tenant} of the configuration. */
public final class TenantDocument {
  private TenantDocument() {}

  /**
   * Reads a tenant.
   *
   * @throws UnreadableDocumentException naming what is wrong and the mend
   */
  public static Tenant read(TenantId id, StoredFields fields) {
    try {
      return new Tenant(
          id,
          fields.text("name"),
          fields.flag("active", false),
          fields.decimal("base_capital"),
          zone(fields),
          owner(fields));
    } catch (InvalidConfigurationException broken) {
      throw new UnreadableDocumentException(
          "tenant " + id + " cannot be used: " + String.join("; ", broken.errors()));
    }
  }

  /** The facts of a tenant, as they are stored. */
  static Map<String, Object> facts(Tenant tenant) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", tenant.name());
    facts.put("active", tenant.isActive());
    facts.put("base_capital", tenant.baseCapital());
    facts.put("timezone", tenant.zone().getId());
    facts.put("owner_uid", tenant.ownerUid().value());
    return StoredValue.map(facts);
  }

  private static Uid owner(StoredFields fields) {
    String uid = fields.text("owner_uid");
    return Uid.of(uid).orElseThrow(() -> fields.wrong("owner_uid", "a user id", uid));
  }

  private static ZoneId zone(StoredFields fields) {
    String name = fields.text("timezone");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw fields.wrong("timezone", "a time zone such as UTC or America/New_York", name);
    }
  }
}
