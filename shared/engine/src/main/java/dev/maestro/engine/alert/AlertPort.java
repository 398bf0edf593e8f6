package dev.maestro.engine.alert;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Tells people what went wrong; never throws, and the same alert twice a day is one. */
@FunctionalInterface
public interface AlertPort {
  /**
   * Raises an alert.
   *
   * @param code what happened
   * @param message one sentence with the mend
   */
  void raise(TenantId tenant, AlertCode code, String message, Instant now);
}
