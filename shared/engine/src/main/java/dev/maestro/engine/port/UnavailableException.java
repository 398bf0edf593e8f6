package dev.maestro.engine.port;

/**
 * Something outside (the store, a topic, the keys of an identity provider) does not answer just
 * now; the same call may succeed when it is made again, and callers are told so. Not for faults of
 * our own: those are every other exception, and nobody is told to try them again.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what does not answer. */
  public UnavailableException(String message) {
    super(message);
  }

  /** Says what does not answer, and how that was seen. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
