package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
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
   * What the document says.
   *
   * @param version of the values in use
   * @param isFallback true: {@code values} is invalid, so the last valid version stands; the caller
   *     raises the alert {@code INVALID_CONFIGURATION}
   * @param errors what is wrong with {@code values}; empty unless it is a fallback
   */
  public record Reading(
      TenantConfig config, Tenant tenant, long version, boolean isFallback, List<String> errors) {
    /** Keeps its own list. */
    public Reading {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Reads the configuration in force: {@code values}, or else the last valid version.
   *
   * @param tenant the id of the tenant
   * @param environment variables of the process
   * @throws UnreadableValueException if the tenant's facts cannot be read
   * @throws InvalidConfigurationException with the errors of both versions, if neither is valid
   */
  public static Reading read(TenantId tenant, Fields document, Map<String, String> environment) {
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

  private static Reading lastValid(
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

  private static Reading reading(
      Fields version, Tenant facts, Map<String, String> environment, List<String> errors) {
    TenantConfig config =
        TenantConfig.of(version.require(VALUES).fields(VALUES), facts, environment);
    return new Reading(config, facts, version.get(VERSION, Kinds.WHOLE), !errors.isEmpty(), errors);
  }

  /** A version that passed, as it is stored. */
  static Map<String, Object> fields(
      long version, Map<String, Object> values, Tenant tenant, String by, Instant now) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(VERSION, version);
    fields.put(VALUES, values);
    fields.put(VALID, Map.of(VERSION, version, VALUES, values));
    fields.put(TENANT, TenantForm.FACTS.write(tenant));
    fields.put("stored_at", now);
    fields.put("stored_by", by);
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
