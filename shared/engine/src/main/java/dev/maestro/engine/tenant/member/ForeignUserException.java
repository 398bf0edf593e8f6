package dev.maestro.engine.tenant.member;

/** A user was to be bound to a tenant that it does not belong to; nothing is bound. */
public final class ForeignUserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who is refused, and the mend. */
  ForeignUserException(String message) {
    super(message);
  }
}
