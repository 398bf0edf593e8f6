package dev.maestro.engine.form;

import java.util.Collection;
import java.util.Map;

/**
 * A value that cannot be used. The message names the place, the field, the rule and what was found,
 * so that it is its own instruction for the mend.
 */
public final class UnreadableValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_LENGTH = 60;

  private final String field;

  private UnreadableValueException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The same for whoever found out otherwise; the sentence names place, fault and mend. */
  public static UnreadableValueException because(String sentence) {
    return new UnreadableValueException("", sentence);
  }

  /** All is there, and the value itself refuses what it would be. */
  static UnreadableValueException refused(Place place, IllegalArgumentException why) {
    return new UnreadableValueException(path(place), prefix(place) + why.getMessage());
  }

  /** Something is there, and is not what it must be. */
  static UnreadableValueException wrong(Place place, String field, String rule, Object got) {
    return new UnreadableValueException(
        path(place.at(field)), prefix(place) + field + " must be " + rule + ", got " + shown(got));
  }

  /** Nothing is there. */
  static UnreadableValueException missing(Place place, String field, String rule) {
    return new UnreadableValueException(
        path(place.at(field)), prefix(place) + field + " is missing and must be " + rule);
  }

  /** A name that nobody asks for. */
  static UnreadableValueException unknown(Place place, String field, String mend) {
    return new UnreadableValueException(
        path(place.at(field)), prefix(place) + field + " is not a known name" + mend);
  }

  /** The field that cannot be used, such as {@code positions[0].symbol}; empty where none is. */
  public String field() {
    return field;
  }

  private static String path(Place place) {
    return place.toString().replace(' ', '.');
  }

  /** The start of a message; a place without a name needs none. */
  private static String prefix(Place place) {
    String shown = place.toString();
    return shown.isEmpty() ? "" : shown + ": ";
  }

  /** What was found; what is made of other values is only named, however deep it may be. */
  private static String shown(Object value) {
    if (value instanceof Map<?, ?>) {
      return "a map";
    }
    if (value instanceof Collection<?>) {
      return "a list";
    }
    String text = String.valueOf(value);
    return "'"
        + (text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...")
        + "'";
  }
}
