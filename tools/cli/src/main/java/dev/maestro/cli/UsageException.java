package dev.maestro.cli;

/** Wrong usage: the message is one sentence that names the option or file and the mend. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public UsageException(String message) {
    super(message);
  }
}
