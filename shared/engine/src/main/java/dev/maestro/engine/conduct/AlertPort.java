package dev.maestro.engine.conduct;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Tells people what went wrong; never throws, and the same alert twice a day is one. */
@FunctionalInterface
public interface AlertPort {
  /**
   * Raises an alert.
   *
   * @param code stable, in capitals: {@code UNREADABLE_ACCOUNT}
   * @param message one sentence with the mend
   */
  void raise(TenantId tenant, String code, String message, Instant now);
}
