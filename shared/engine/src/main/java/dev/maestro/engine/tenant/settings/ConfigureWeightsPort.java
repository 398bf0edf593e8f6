package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;

/** Sets how the agents of a user are weighed. */
@FunctionalInterface
public interface ConfigureWeightsPort {
  /**
   * Puts the settings into force and weighs again, so that the weights are current. Idempotent: the
   * same settings again change nothing.
   *
   * @throws dev.maestro.engine.tenant.member.ForeignUserException if the user does not belong to
   *     the tenant, or is weighed for another
   * @throws dev.maestro.engine.port.RefusedByStoreException if the weights can never be stored
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether that was done
   */
  void configure(Uid uid, TenantId tenant, WeightsConfig settings, Instant now);
}
