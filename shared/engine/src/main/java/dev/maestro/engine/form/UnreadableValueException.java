package dev.maestro.engine.form;

/**
 * A value that cannot be used. The message names the place, the field, the rule and what was found,
 * so that it is its own instruction for the mend.
 */
public final class UnreadableValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_LENGTH = 60;

  private UnreadableValueException(String message) {
    super(message);
  }

  /** Something is there, and is not what it must be. */
  static UnreadableValueException wrong(Place place, String field, String rule, Object got) {
    return new UnreadableValueException(
        prefix(place) + field + " must be " + rule + ", got '" + shown(got) + "'");
  }

  /** Nothing is there. */
  static UnreadableValueException missing(Place place, String field, String rule) {
    return new UnreadableValueException(prefix(place) + field + " is missing and must be " + rule);
  }

  /** A name that nobody asks for. */
  static UnreadableValueException unknown(Place place, String field, String mend) {
    return new UnreadableValueException(prefix(place) + field + " is not a known name" + mend);
  }

  /** The start of a message; a place without a name needs none. */
  private static String prefix(Place place) {
    String shown = place.toString();
    return shown.isEmpty() ? "" : shown + ": ";
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
  }
}
