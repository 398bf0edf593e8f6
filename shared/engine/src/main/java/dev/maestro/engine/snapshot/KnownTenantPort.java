package dev.maestro.engine.snapshot;

import dev.maestro.engine.name.TenantId;

/** Tells tenants from names that only look like one. */
@FunctionalInterface
public interface KnownTenantPort {
  /**
   * True if there is a tenant of that name that has a configuration.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer
   */
  boolean isTenant(TenantId id);
}
