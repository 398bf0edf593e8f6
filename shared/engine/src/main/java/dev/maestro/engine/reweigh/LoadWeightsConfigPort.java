package dev.maestro.engine.reweigh;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;

/** Loads the settings for a user who has no performance document yet. May be repeated. */
@FunctionalInterface
public interface LoadWeightsConfigPort {
  /**
   * The tenant's valid settings, the defaults if it has none. Where the newest are invalid, the
   * last valid ones stand, and an alert is raised.
   *
   * @throws dev.maestro.engine.port.RefusedByStoreException if settings are stored and none of them
   *     is valid: defaults might give more than they allow
   */
  WeightsConfig load(TenantId tenantId, Instant now);
}
