package dev.maestro.google.identity;

/** Nobody knows who is calling: no token, or one that cannot be believed (401). */
public final class UnauthorizedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the token, without showing it. */
  public UnauthorizedException(String message) {
    super(message);
  }
}
