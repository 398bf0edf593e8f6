package dev.maestro.engine.tenant.strategy;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;

/** Closes a tenant's yesterday again, so that the past of a journal counts at once. */
@FunctionalInterface
public interface ClosePastPort {
  /**
   * Closes it; idempotent.
   *
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether that was done
   */
  void closeYesterday(TenantId tenant, Instant now);
}
