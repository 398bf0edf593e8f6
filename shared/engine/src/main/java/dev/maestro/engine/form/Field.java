package dev.maestro.engine.form;

import java.util.List;
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
  private final String rule;
  private final Function<Fields, V> reading;
  private final Function<T, Optional<Object>> writing;
  private final Optional<V> fallback;

  private Field(
      String name,
      String rule,
      Function<Fields, V> reading,
      Function<T, Optional<Object>> writing,
      Optional<V> fallback) {
    this.name = name;
    this.rule = rule;
    this.reading = reading;
    this.writing = writing;
    this.fallback = fallback;
  }

  /** A field that must be there. */
  public static <T, V> Field<T, V> required(String name, Kind<V> kind, Function<T, V> of) {
    return new Field<>(
        name,
        kind.rule(),
        fields -> fields.get(name, kind),
        value -> Optional.of(kind.write(of.apply(value))),
        Optional.empty());
  }

  /** A field that is null, or absent, where there is nothing. */
  public static <T, V> Field<T, Optional<V>> optional(
      String name, Kind<V> kind, Function<T, Optional<V>> of) {
    return new Field<>(
        name,
        kind.rule(),
        fields -> fields.find(name, kind),
        value -> of.apply(value).map(kind::write),
        Optional.empty());
  }

  /** A field that may be absent and then has a default, or null and then is unknown. */
  public static <T, V> Field<T, Optional<V>> nullable(
      String name, Kind<V> kind, V fallback, Function<T, Optional<V>> of) {
    return new Field<>(
        name,
        kind.rule() + ", or null",
        fields ->
            fields.isNull(name) ? Optional.empty() : Optional.of(fields.get(name, kind, fallback)),
        value -> of.apply(value).map(kind::write),
        Optional.of(Optional.of(fallback)));
  }

  /** A field that may be absent and then has a default. */
  public static <T, V> Field<T, V> withDefault(
      String name, Kind<V> kind, V fallback, Function<T, V> of) {
    return new Field<>(
        name,
        kind.rule(),
        fields -> fields.get(name, kind, fallback),
        value -> Optional.ofNullable(of.apply(value)).map(kind::write),
        Optional.of(fallback));
  }

  /** A list with a part of every row, for rows that are written as columns. */
  public static <R, V> Field<List<R>, List<V>> column(
      String name, Kind<V> kind, Function<R, V> of) {
    return required(name, Kinds.list(kind), rows -> rows.stream().map(of).toList());
  }

  /** A double that may be unknown. */
  public static <T> Field<T, OptionalDouble> number(String name, Function<T, OptionalDouble> of) {
    return new Field<>(
        name,
        Kinds.NUMBER.rule(),
        fields ->
            fields.find(name, Kinds.NUMBER).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        value -> {
          OptionalDouble number = of.apply(value);
          return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        },
        Optional.of(OptionalDouble.empty()));
  }

  /** A count that may be unknown. */
  public static <T> Field<T, OptionalInt> count(String name, Function<T, OptionalInt> of) {
    return new Field<>(
        name,
        Kinds.COUNT.rule(),
        fields -> fields.find(name, Kinds.COUNT).map(OptionalInt::of).orElse(OptionalInt.empty()),
        value -> {
          OptionalInt count = of.apply(value);
          return count.isPresent() ? Optional.of((long) count.getAsInt()) : Optional.empty();
        },
        Optional.of(OptionalInt.empty()));
  }

  /** A field that readers find there and never need, such as a sum shown for people. */
  public static <T> Field<T, Optional<Object>> shown(
      String name, Function<T, Optional<Object>> of) {
    return new Field<>(name, "shown", fields -> fields.raw(name), of, Optional.empty());
  }

  /** The same field, of which only what passes through is read. */
  public Field<T, V> map(Function<V, V> read) {
    return new Field<>(name, rule, reading.andThen(read), writing, fallback);
  }

  /** The same field of a value that contains this one. */
  public <U> Field<U, V> inside(Function<U, T> part) {
    return new Field<>(name, rule, reading, value -> writing.apply(part.apply(value)), fallback);
  }

  /** What it must be, in words that complete "must be ...". */
  public String rule() {
    return rule;
  }

  /** What stands in where it is absent; empty if nothing does. */
  public Optional<V> fallback() {
    return fallback;
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
