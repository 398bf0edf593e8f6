package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStrategies;
import java.util.Optional;

/** The configurations of tenants, each kept as its newest version and the last valid one. */
public interface ConfigsPort extends LoadConfigPort {
  /** What a change begins with; empty if there is no such tenant. Changes nothing. */
  Optional<StoredConfig> find(TenantId tenant);

  /**
   * Stores a version in place of the one that was found, atomically, as the newest and as the last
   * valid one.
   *
   * @param before of the configuration that was found
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.RefusedByStoreException if the store can never hold it
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(NextConfig next, StoreVersion before);

  /** The strategies of a tenant, whose users its settings weigh. Changes nothing. */
  TenantStrategies strategies(Tenant tenant);
}
