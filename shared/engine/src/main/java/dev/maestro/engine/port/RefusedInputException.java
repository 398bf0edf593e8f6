package dev.maestro.engine.port;

/**
 * Something was asked or sent that can be read, and not be done: which field, and the mend. The
 * sender's to correct; the same again is refused again.
 */
public final class RefusedInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /** The message is one sentence that names the field and the mend. */
  public RefusedInputException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field or parameter. */
  public String field() {
    return field;
  }
}
