package dev.maestro.engine.conduct;

/** The slot is being decided elsewhere, or was changed meanwhile: the message must come again. */
public final class BusySlotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who is in the way. */
  public BusySlotException(String message) {
    super(message);
  }
}
