package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.tenant.settings.NextConfig;
import dev.maestro.firestore.store.StoredValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code tenants/{t}/config/maestro}: the values in force, the newest version that passed, and a
 * copy of the tenant's facts, so that a cycle reads this document alone.
 */
public final class ConfigDocument {
  private static final String VERSION = "version";
  private static final String VALUES = "values";
  private static final String VALID = "valid";
  private static final String TENANT = "tenant";

  private ConfigDocument() {}

  /**
   * Reads the configuration in force: {@code values}, or else the last valid version.
   *
   * @param tenant the id of the tenant
   * @param environment variables of the process
   * @throws UnreadableValueException if the tenant's facts cannot be read
   * @throws InvalidConfigurationException with the errors of both versions, if neither is valid
   */
  public static ConfigInForce read(
      TenantId tenant, Fields document, Map<String, String> environment) {
    Tenant facts = TenantForm.of(tenant).read(document.fields(TENANT));
    List<String> errors = new ArrayList<>();
    try {
      return reading(document, facts, environment, errors);
    } catch (InvalidConfigurationException invalid) {
      errors.addAll(invalid.errors());
    } catch (UnreadableValueException unreadable) {
      errors.add(String.valueOf(unreadable.getMessage()));
    }
    return lastValid(document, facts, environment, errors);
  }

  private static ConfigInForce lastValid(
      Fields document, Tenant facts, Map<String, String> environment, List<String> errors) {
    try {
      if (!document.has(VALID)) {
        throw UnreadableValueException.because("there is no last valid version to fall back on");
      }
      return reading(document.fields(VALID), facts, environment, errors);
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> errors.add("last valid version: " + error));
    } catch (UnreadableValueException unreadable) {
      errors.add(String.valueOf(unreadable.getMessage()));
    }
    throw new InvalidConfigurationException(errors);
  }

  private static ConfigInForce reading(
      Fields version, Tenant facts, Map<String, String> environment, List<String> errors) {
    TenantConfig config =
        TenantConfig.of(version.require(VALUES).fields(VALUES), facts, environment);
    return new ConfigInForce(
        config, facts, version.get(VERSION, Kinds.WHOLE), !errors.isEmpty(), errors);
  }

  /** A version that passed, as it is stored. */
  static Map<String, Object> fields(NextConfig next) {
    Map<String, Object> values = next.values().values();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(VERSION, next.version());
    fields.put(VALUES, values);
    fields.put(VALID, Map.of(VERSION, next.version(), VALUES, values));
    fields.put(TENANT, TenantForm.FACTS.write(next.tenant()));
    fields.put("stored_at", next.at());
    fields.put("stored_by", next.by());
    return StoredValue.map(fields);
  }

  /** The highest version the document has seen; 0 if none can be read. */
  static long newestVersion(Fields document) {
    long ofValid =
        document.raw(VALID).orElse("") instanceof Map ? versionOf(document.fields(VALID)) : 0;
    return Math.max(versionOf(document), ofValid);
  }

  private static long versionOf(Fields fields) {
    return fields.reading(VERSION, Kinds.WHOLE).value().orElse(0L);
  }
}
