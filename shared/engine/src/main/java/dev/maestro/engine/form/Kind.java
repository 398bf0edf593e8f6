package dev.maestro.engine.form;

import java.util.Optional;
import java.util.function.Function;

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

  /** Reads a plain value; empty if it is none of this kind. */
  default Optional<T> find(Object given) {
    try {
      return Optional.of(read(Place.of(""), "", given));
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  /** Writes a plain value. */
  Object write(T value);

  /**
   * What is written as this kind is, and is another value.
   *
   * @param reading makes it; what it refuses is unreadable
   */
  default <U> Kind<U> as(Function<T, U> reading, Function<U, T> writing) {
    return new Composed.Other<>(this, reading, writing);
  }
}
