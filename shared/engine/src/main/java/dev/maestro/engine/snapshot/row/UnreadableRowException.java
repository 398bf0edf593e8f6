package dev.maestro.engine.snapshot.row;

/** Rows cannot be summed: the journal, or a row that was stored before, cannot be read. */
public final class UnreadableRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be read, and the mend. */
  public UnreadableRowException(String message) {
    super(message);
  }
}
