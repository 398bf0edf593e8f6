package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.time.LocalDate;

/** Loads what is known of a tenant when a day of it is closed. */
@FunctionalInterface
public interface LoadDayPort {
  /**
   * All of it in one go, journals and rows aside. A document that cannot be read is unknown, not
   * empty. Changes nothing.
   *
   * @param day that is closed, UTC
   * @throws dev.maestro.engine.tenant.UnknownTenantException if there is no such tenant, or none of
   *     its configurations can be used
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer
   */
  TenantDay load(TenantId tenant, LocalDate day, Instant now);
}
