package dev.maestro.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How one value is written as a map of plain values, and read from one. It stands beside the value,
 * and stores, files, the API and the record all use it. A name that none of its fields has is an
 * error, unless the form is {@link #open()}.
 *
 * @param <T> the value
 */
public final class Form<T> implements Kind<T> {
  private final String rule;
  private final Function<Fields, T> reader;
  private final List<Field<T, ?>> fields;
  private final List<String> names;
  private final boolean isOpen;

  private Form(String rule, Function<Fields, T> reader, List<Field<T, ?>> fields, boolean isOpen) {
    this.rule = rule;
    this.reader = reader;
    this.fields = List.copyOf(fields);
    this.names = this.fields.stream().<String>map(Field::name).toList();
    this.isOpen = isOpen;
  }

  /**
   * A form.
   *
   * @param rule what the value is: "a position"
   * @param reader makes it of its fields; what it refuses is an unreadable value
   * @param fields in the order in which they are written
   */
  public static <T> Form<T> of(String rule, Function<Fields, T> reader, List<Field<T, ?>> fields) {
    return new Form<>(rule, reader, fields, false);
  }

  /** The same form for places where others may write names of their own beside it. */
  public Form<T> open() {
    return new Form<>(rule, reader, fields, true);
  }

  /** The names of its fields. */
  public List<String> names() {
    return names;
  }

  /**
   * Reads the value.
   *
   * @throws UnreadableValueException naming place and field
   */
  public T read(Fields given) {
    if (!isOpen) {
      given.only(names);
    }
    try {
      return reader.apply(given);
    } catch (UnreadableValueException unreadable) {
      throw unreadable;
    } catch (IllegalArgumentException contradictory) {
      throw UnreadableValueException.refused(given.place(), contradictory);
    }
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public T read(Place place, String field, Object given) {
    if (given instanceof Map<?, ?> map) {
      return read(Fields.of(place.at(field), map));
    }
    throw UnreadableValueException.wrong(place, field, rule, given);
  }

  @Override
  public Map<String, Object> write(T value) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Field<T, ?> field : fields) {
      plain.put(field.name(), field.of(value).orElse(null));
    }
    return plain;
  }
}
