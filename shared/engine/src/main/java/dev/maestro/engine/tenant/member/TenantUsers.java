package dev.maestro.engine.tenant.member;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Binds users to tenants: whom a user's weights belong to, which its members may read. A user is
 * weighed for one tenant, and only for one that has it as a member.
 */
public final class TenantUsers {
  private final MembershipPort members;
  private final AlertPort alerts;

  /** Looks memberships up here, and tells people of users that do not belong. */
  public TenantUsers(MembershipPort members, AlertPort alerts) {
    this.members = members;
    this.alerts = alerts;
  }

  /**
   * Checks that a user may be weighed for a tenant.
   *
   * @param weighedFor whose its weights are now; empty: nobody's
   * @throws ForeignUserException if it is no member, or is weighed for another tenant that has it
   *     as a member; an alert is raised
   */
  public void require(Uid uid, TenantId tenant, Optional<TenantId> weighedFor, Instant now) {
    if (!isMember(tenant, uid)) {
      throw refused(tenant, noMember(tenant, uid), now);
    }
    weighedFor
        .filter(other -> !other.equals(tenant) && isMember(other, uid))
        .ifPresent(
            other -> {
              throw refused(
                  tenant,
                  "user "
                      + uid
                      + " is weighed for tenant "
                      + other
                      + " and stays there: name a user of tenant "
                      + tenant
                      + " alone",
                  now);
            });
  }

  /**
   * Checks that a tenant may take a user in. Whoever is a member may be weighed for the tenant, and
   * then its members read the weights: so somebody who is weighed already, for himself or for a
   * tenant that has him as a member, is not for a tenant's admin to take.
   *
   * @param isWeighed true if the user has weights
   * @param weighedFor whose they are; empty: the user's own
   * @throws ForeignUserException if it may not; an alert is raised
   */
  public void requireFree(
      Uid uid, TenantId tenant, boolean isWeighed, Optional<TenantId> weighedFor, Instant now) {
    boolean isOurs = weighedFor.equals(Optional.of(tenant));
    boolean isOwn = weighedFor.isEmpty() || weighedFor.get().value().equals(uid.value());
    if (isWeighed && !isOurs && (isOwn || isMember(weighedFor.get(), uid))) {
      throw refused(
          tenant,
          "user "
              + uid
              + " is weighed already, and not for tenant "
              + tenant
              + ": an operator of the project makes it a member with './maestro tenant member'",
          now);
    }
  }

  /**
   * Whose weights a user's are when they are made anew: those of the tenant they were for, else of
   * the one a trade names, if it has the user as a member. Else the user's own, under its own name
   * unless a tenant that it does not belong to has that name, too.
   *
   * @param weighedFor whose they were; if it has no such member, an alert tells it
   * @param named by a trade
   * @return empty: the user's own, and no tenant's
   */
  public Optional<TenantId> home(
      Uid uid, Optional<TenantId> weighedFor, Optional<TenantId> named, Instant now) {
    weighedFor
        .filter(old -> members.membership(old, uid) == Membership.STRANGER)
        .ifPresent(old -> alerts.raise(old, AlertCode.FOREIGN_USER, noMember(old, uid), now));
    return Stream.of(weighedFor, named)
        .flatMap(Optional::stream)
        .filter(tenant -> isMember(tenant, uid))
        .findFirst()
        .or(
            () ->
                TenantId.of(uid.value())
                    .filter(own -> members.membership(own, uid) != Membership.STRANGER));
  }

  /** What is said of a user that a tenant does not have, and the mend. */
  public static String noMember(TenantId tenant, Uid uid) {
    return "user "
        + uid
        + " is no member of tenant "
        + tenant
        + ": name one of its own users, or './maestro tenant member --tenant "
        + tenant
        + " --user "
        + uid
        + " --role viewer' if it is one";
  }

  private boolean isMember(TenantId tenant, Uid uid) {
    return members.membership(tenant, uid) == Membership.MEMBER;
  }

  private ForeignUserException refused(TenantId tenant, String why, Instant now) {
    alerts.raise(tenant, AlertCode.FOREIGN_USER, why, now);
    return new ForeignUserException(why);
  }
}
