package dev.maestro.embedded.journal.source;

/** A journal file that cannot be read at all; the message is one sentence that names the mend. */
public final class JournalFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public JournalFileException(String message) {
    super(message);
  }

  /** A refusal after a failure. */
  public JournalFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
