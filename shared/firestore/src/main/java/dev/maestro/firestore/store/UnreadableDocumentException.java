package dev.maestro.firestore.store;

/** A stored document whose content cannot be used; the message names document, field and mend. */
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which document, which field, and what it must be. */
  public UnreadableDocumentException(String message) {
    super(message);
  }
}
