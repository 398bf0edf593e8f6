package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code tenants/{t}/config/maestro}: the values in force, the newest version that passed, and a
 * copy of the tenant's facts, so that a cycle reads this document alone.
 */
public final class ConfigDocument {
  private ConfigDocument() {}

  /**
   * Reads the configuration in force: {@code values}, or else the last valid version.
   *
   * @param tenant the id of the tenant
   * @param environment variables of the process
   * @throws UnreadableDocumentException if the tenant's facts cannot be read
   * @throws InvalidConfigurationException with the errors of both versions, if neither is valid
   */
  public static ConfigInForce read(
      TenantId tenant, StoredFields document, Map<String, String> environment) {
    Tenant facts = TenantDocument.read(tenant, document.map("tenant"));
    List<String> errors = new ArrayList<>();
    try {
      return reading(document, facts, environment, errors);
    } catch (InvalidConfigurationException invalid) {
      errors.addAll(invalid.errors());
    } catch (UnreadableDocumentException unreadable) {
      errors.add(String.valueOf(unreadable.getMessage()));
    }
    return lastValid(document, facts, environment, errors);
  }

  private static ConfigInForce lastValid(
      StoredFields document, Tenant facts, Map<String, String> environment, List<String> errors) {
    try {
      if (!document.has("valid")) {
        throw new UnreadableDocumentException("there is no last valid version to fall back on");
      }
      return reading(document.map("valid"), facts, environment, errors);
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> errors.add("last valid version: " + error));
    } catch (UnreadableDocumentException unreadable) {
      errors.add(String.valueOf(unreadable.getMessage()));
    }
    throw new InvalidConfigurationException(errors);
  }

  private static ConfigInForce reading(
      StoredFields version, Tenant facts, Map<String, String> environment, List<String> errors) {
    if (!version.has("values")) {
      throw version.wrong("values", "a map of sections", "nothing");
    }
    TenantConfig config = TenantConfig.of(version.map("values").values(), facts, environment);
    return new ConfigInForce(config, facts, version.whole("version"), !errors.isEmpty(), errors);
  }

  /** A version that passed, as it is stored. */
  static Map<String, Object> fields(NextConfig next) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", next.version());
    fields.put("values", next.values());
    fields.put("valid", Map.of("version", next.version(), "values", next.values()));
    fields.put("tenant", TenantDocument.facts(next.tenant()));
    fields.put("stored_at", next.at());
    fields.put("stored_by", next.by());
    return StoredValue.map(fields);
  }

  /** The highest version the document has seen; 0 if none can be read. */
  static long newestVersion(StoredFields document) {
    return Math.max(versionOf(document), document.has("valid") ? versionOfValid(document) : 0);
  }

  private static long versionOfValid(StoredFields document) {
    return document.raw("valid").orElseThrow() instanceof Map<?, ?>
        ? versionOf(document.map("valid"))
        : 0;
  }

  private static long versionOf(StoredFields fields) {
    return fields.raw("version").orElse(0L) instanceof Long version ? version : 0;
  }
}
