package dev.maestro.engine.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The kinds that are made of other kinds. */
final class Composed {
  private Composed() {}

  /** A list of one kind; an element that is missing is no shorter list. */
  record Listed<T>(Kind<T> element) implements Kind<List<T>> {
    @Override
    public String rule() {
      return "a list, each " + element.rule();
    }

    @Override
    public List<T> read(Place place, String field, Object given) {
      if (!(given instanceof List<?> list)) {
        throw UnreadableValueException.wrong(place, field, rule(), given);
      }
      List<T> elements = new ArrayList<>(list.size());
      for (Object value : list) {
        String at = field + "[" + elements.size() + "]";
        if (value == null) {
          throw UnreadableValueException.missing(place, at, element.rule());
        }
        elements.add(element.read(place, at, value));
      }
      return List.copyOf(elements);
    }

    @Override
    public Object write(List<T> value) {
      List<Object> plain = new ArrayList<>(value.size());
      value.forEach(each -> plain.add(element.write(each)));
      return plain;
    }
  }

  /** A map whose names are of one kind and whose values are of another. */
  record Mapped<K extends Comparable<K>, V>(Kind<K> name, Kind<V> value)
      implements Kind<SortedMap<K, V>> {
    @Override
    public String rule() {
      return "a map, each value " + value.rule();
    }

    @Override
    public SortedMap<K, V> read(Place place, String field, Object given) {
      if (!(given instanceof Map<?, ?> map)) {
        throw UnreadableValueException.wrong(place, field, rule(), given);
      }
      SortedMap<K, V> values = new TreeMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String text = String.valueOf(entry.getKey());
        Object each = entry.getValue();
        if (each == null) {
          throw UnreadableValueException.missing(place.at(field), text, value.rule());
        }
        values.put(name.read(place, field, text), value.read(place.at(field), text, each));
      }
      return Collections.unmodifiableSortedMap(values);
    }

    @Override
    public Object write(SortedMap<K, V> values) {
      Map<String, Object> plain = new TreeMap<>();
      values.forEach((each, held) -> plain.put(name.write(each).toString(), value.write(held)));
      return plain;
    }
  }

  /** A kind whose plain values are those of another. */
  record Other<T, U>(Kind<T> kind, Function<T, U> reading, Function<U, T> writing)
      implements Kind<U> {
    @Override
    public String rule() {
      return kind.rule();
    }

    @Override
    public U read(Place place, String field, Object given) {
      T read = kind.read(place, field, given);
      try {
        return reading.apply(read);
      } catch (IllegalArgumentException refused) {
        throw UnreadableValueException.refused(place.at(field), refused);
      }
    }

    @Override
    public Object write(U value) {
      return kind.write(writing.apply(value));
    }
  }
}
