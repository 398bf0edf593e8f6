package dev.maestro.engine.port;

/** A store refuses for good: the same write can never succeed, so trying again helps nobody. */
public final class RefusedByStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries what the store said. */
  public RefusedByStoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what can never be stored, and the mend. */
  public RefusedByStoreException(String message) {
    super(message);
  }
}
