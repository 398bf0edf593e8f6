package dev.maestro.testing.member;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.engine.tenant.member.MembershipPort;
import java.util.HashMap;
import java.util.Map;

/** Everybody is a member of every tenant, until something else is said. */
public final class Members implements MembershipPort {
  private final Map<String, Membership> said = new HashMap<>();

  /** Says what a user is to a tenant from now on. */
  public void say(TenantId tenant, Uid uid, Membership membership) {
    said.put(tenant + "/" + uid, membership);
  }

  @Override
  public Membership membership(TenantId tenant, Uid uid) {
    return said.getOrDefault(tenant + "/" + uid, Membership.MEMBER);
  }
}
