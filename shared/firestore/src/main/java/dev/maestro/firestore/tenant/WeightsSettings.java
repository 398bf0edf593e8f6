package dev.maestro.firestore.tenant;

import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;

/** Sets how the agents of a user are weighed. */
@FunctionalInterface
public interface WeightsSettings {
  /**
   * Puts the settings into force and weighs again, so that the weights are current. Idempotent: the
   * same settings again change nothing.
   */
  void configure(String uid, String tenant, WeightsConfig settings, Instant now);
}
