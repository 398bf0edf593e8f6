package dev.maestro.engine.tenant.strategy;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.member.ForeignUserException;
import java.time.Instant;

/** Tells whether a user may be weighed for a tenant. Changes nothing. */
@FunctionalInterface
public interface BindUserPort {
  /**
   * Checks it.
   *
   * @throws ForeignUserException if it may not; people are told
   */
  void require(Uid uid, TenantId tenant, Instant now);
}
