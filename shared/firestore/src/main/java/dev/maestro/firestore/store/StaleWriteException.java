package dev.maestro.firestore.store;

/** Somebody else wrote first: nothing was written; read again. */
public final class StaleWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries what Firestore said. */
  public StaleWriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
