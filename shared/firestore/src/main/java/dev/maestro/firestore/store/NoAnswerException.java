package dev.maestro.firestore.store;

/** Firestore is not there or failed; the same call may succeed when it is tried again. */
public final class NoAnswerException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Says what happened. */
  public NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
