package dev.maestro.engine.tenant.member;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;

/** Tells who belongs to a tenant. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface MembershipPort {
  /**
   * What a user is to a tenant now, by the tenant's own list of members: what the user's documents
   * say of it counts for nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer
   */
  Membership membership(TenantId tenant, Uid uid);
}
