package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.LoadWeightsConfigPort;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Optional;

/** The weights section of a tenant's configuration, for users without settings of their own. */
public final class WeightsOfTenant implements LoadWeightsConfigPort {
  private final LoadConfigPort configs;
  private final AlertPort alerts;

  /** Reads configurations here, and tells people when the last valid one stands in. */
  public WeightsOfTenant(LoadConfigPort configs, AlertPort alerts) {
    this.configs = configs;
    this.alerts = alerts;
  }

  @Override
  public WeightsConfig load(TenantId tenant, Instant now) {
    try {
      Optional<ConfigInForce> found = configs.load(tenant);
      found
          .filter(ConfigInForce::isFallback)
          .ifPresent(
              fallback ->
                  alerts.raise(
                      tenant,
                      AlertCode.INVALID_CONFIGURATION,
                      "the last valid version stands: " + fallback.errors(),
                      now));
      return found.map(stored -> stored.config().weights()).orElse(WeightsConfig.DEFAULTS);
    } catch (InvalidConfigurationException invalid) {
      throw new RefusedByStoreException(
          "store a valid configuration of tenant "
              + tenant
              + ", which also weighs its users: "
              + invalid.getMessage(),
          invalid);
    }
  }
}
