package dev.maestro.engine.tenant;

/** There is no such tenant, or nothing of it can be read; trying again changes nothing. */
public final class UnknownTenantException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing, and the mend. */
  public UnknownTenantException(String message) {
    super(message);
  }
}
