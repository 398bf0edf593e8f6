package dev.maestro.embedded.journal;

/** A journal file that cannot be read at all; the message is one sentence that names the mend. */
public final class JournalFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalFileException(String message) {
    super(message);
  }

  JournalFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
