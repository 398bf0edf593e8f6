package dev.maestro.engine.archive.value;

/** Writes values of one type as maps, lists, texts, whole numbers and flags, and reads them. */
interface ValueCodec {
  /** The plain value; an empty Optional stands for null. */
  Object write(Object value);

  /**
   * The value that was written, equal in every digit.
   *
   * @param place names it in what is refused
   * @throws UnusableValueException if it is none of this type
   */
  Object read(Object plain, String place);
}
