package dev.maestro.engine.snapshot;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;

/** Makes the windows of a user anew from the journal. */
@FunctionalInterface
public interface RebuildWindowsPort {
  /** Leaves all windows as they are. */
  RebuildWindowsPort NONE = (uid, tenant, settings, now) -> false;

  /**
   * Rebuilds under the tenant's settings and weighs again; writes nothing if settings and stored
   * windows were right. Idempotent.
   *
   * @param tenant whose day is closed
   * @param settings that are in force there
   * @return true if the stored windows were not right
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether that was done
   */
  boolean rebuild(Uid uid, TenantId tenant, WeightsConfig settings, Instant now);
}
