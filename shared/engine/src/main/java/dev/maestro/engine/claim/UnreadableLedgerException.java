package dev.maestro.engine.claim;

/**
 * A ledger that was there and is lost, or that cannot be read. Nothing is done with it; the message
 * names document, field and mend.
 */
public final class UnreadableLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what is wrong. */
  public UnreadableLedgerException(String message) {
    super(message);
  }
}
