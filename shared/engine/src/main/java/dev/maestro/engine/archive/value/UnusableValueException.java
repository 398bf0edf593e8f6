package dev.maestro.engine.archive.value;

/** What was to be read is no value of its type; the message names the place. */
public final class UnusableValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableValueException(String place, String why) {
    super((place.isEmpty() ? "the value" : place) + ": " + why);
  }

  UnusableValueException(String place, RuntimeException cause) {
    super((place.isEmpty() ? "the value" : place) + ": " + cause.getMessage(), cause);
  }
}
