package dev.maestro.engine.form;

/**
 * One kind of value: how it is written as a plain value, and read from one.
 *
 * @param <T> the value, never null
 */
public interface Kind<T> {
  /** What a plain value must be, in words that complete "must be ...". */
  String rule();

  /**
   * Reads a plain value.
   *
   * @param place of what holds the field
   * @param field whose value it is
   * @throws UnreadableValueException naming place, field and rule
   */
  T read(Place place, String field, Object given);

  /** Writes a plain value. */
  Object write(T value);
}
