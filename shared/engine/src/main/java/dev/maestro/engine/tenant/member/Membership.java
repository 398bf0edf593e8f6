package dev.maestro.engine.tenant.member;

/** What a user is to a tenant. */
public enum Membership {
  /** There is a membership that can be read: the user may be bound to the tenant. */
  MEMBER,
  /** The tenant is there and has no such member, or none that can be read. */
  STRANGER,
  /** There is no such tenant: the name only looks like one. */
  NO_TENANT
}
