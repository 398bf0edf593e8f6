package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;

/**
 * Writes values of one type in canonical JSON, as maps, lists, texts, whole numbers and flags, and
 * reads them.
 */
interface ValueCodec {
  /** Writes a value. */
  void write(Object value, CanonicalBytes out);

  /**
   * The one text of a value, as a name in a map.
   *
   * @throws IllegalArgumentException if values of this type are no texts
   */
  default String text(Object value) {
    throw new IllegalArgumentException("no text says a " + value.getClass().getName());
  }

  /**
   * The value that was written, equal in every digit.
   *
   * @param place names it in what is refused
   * @throws UnusableValueException if it is none of this type
   */
  Object read(Object plain, String place);
}
