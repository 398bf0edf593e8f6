package dev.maestro.engine.form;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A field of a value's form: its name, once, for writing and for reading.
 *
 * @param <T> the value that has it
 * @param <V> what stands in it
 */
public final class Field<T, V> {
  private final String name;
  private final Function<Fields, V> reading;
  private final Function<T, Optional<Object>> writing;

  private Field(String name, Function<Fields, V> reading, Function<T, Optional<Object>> writing) {
    this.name = name;
    this.reading = reading;
    this.writing = writing;
  }

  /** A field that must be there. */
  public static <T, V> Field<T, V> required(String name, Kind<V> kind, Function<T, V> of) {
    return new Field<>(
        name, fields -> fields.get(name, kind), value -> Optional.of(kind.write(of.apply(value))));
  }

  /** A field that is null, or absent, where there is nothing. */
  public static <T, V> Field<T, Optional<V>> optional(
      String name, Kind<V> kind, Function<T, Optional<V>> of) {
    return new Field<>(
        name, fields -> fields.find(name, kind), value -> of.apply(value).map(kind::write));
  }

  /** A field that may be absent and then has a default. */
  public static <T, V> Field<T, V> withDefault(
      String name, Kind<V> kind, V fallback, Function<T, V> of) {
    return new Field<>(
        name,
        fields -> fields.get(name, kind, fallback),
        value -> Optional.of(kind.write(of.apply(value))));
  }

  /** A double that may be unknown. */
  public static <T> Field<T, OptionalDouble> number(String name, Function<T, OptionalDouble> of) {
    return new Field<>(
        name,
        fields ->
            fields.find(name, Kinds.NUMBER).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        value -> {
          OptionalDouble number = of.apply(value);
          return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        });
  }

  /** A count that may be unknown. */
  public static <T> Field<T, OptionalInt> count(String name, Function<T, OptionalInt> of) {
    return new Field<>(
        name,
        fields -> fields.find(name, Kinds.COUNT).map(OptionalInt::of).orElse(OptionalInt.empty()),
        value -> {
          OptionalInt count = of.apply(value);
          return count.isPresent() ? Optional.of((long) count.getAsInt()) : Optional.empty();
        });
  }

  /** A field that readers find there and never need, such as a sum shown for people. */
  public static <T> Field<T, Optional<Object>> shown(
      String name, Function<T, Optional<Object>> of) {
    return new Field<>(name, fields -> fields.raw(name), of);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /**
   * What stands in it.
   *
   * @throws UnreadableValueException naming it
   */
  public V in(Fields fields) {
    return reading.apply(fields);
  }

  /** What is to be written of a value; empty where there is nothing. */
  public Optional<Object> of(T value) {
    return writing.apply(value);
  }
}
