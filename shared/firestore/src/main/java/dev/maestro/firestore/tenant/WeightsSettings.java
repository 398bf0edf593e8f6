package dev.maestro.firestore.tenant;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;

/** Sets how the agents of a user are weighed. */
@FunctionalInterface
public interface WeightsSettings {
  /**
   * Puts the settings into force and weighs again, so that the weights are current. Idempotent: the
   * same settings again change nothing.
   */
  void configure(Uid uid, TenantId tenant, WeightsConfig settings, Instant now);
}
