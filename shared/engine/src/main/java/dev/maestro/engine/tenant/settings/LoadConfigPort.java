package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.name.TenantId;
import java.util.Optional;

/** Loads configurations. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface LoadConfigPort {
  /**
   * The configuration in force; empty if the tenant has none.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException if no version can be used, with
   *     what is wrong
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer
   */
  Optional<ConfigInForce> load(TenantId tenant);
}
