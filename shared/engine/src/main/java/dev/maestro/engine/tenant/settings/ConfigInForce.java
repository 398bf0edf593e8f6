package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import java.util.List;

/**
 * The configuration that a tenant works by: the newest version, or the last valid one where the
 * newest cannot be used.
 *
 * @param tenant its facts as they stand beside the configuration
 * @param version of the values in use, 1 or more
 * @param isFallback true: the newest values are invalid, so the last valid version stands; the
 *     caller raises the alert {@code INVALID_CONFIGURATION}
 * @param errors what is wrong with the newest values; empty unless it is a fallback
 */
public record ConfigInForce(
    TenantConfig config, Tenant tenant, long version, boolean isFallback, List<String> errors) {
  /** Keeps its own list. */
  public ConfigInForce {
    errors = List.copyOf(errors);
  }
}
