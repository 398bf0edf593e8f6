package dev.maestro.engine.form;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map by name whose values are of one kind. */
record MapKind<T>(Kind<T> value) implements Kind<SortedMap<String, T>> {
  @Override
  public String rule() {
    return "a map, each value " + value.rule();
  }

  @Override
  public SortedMap<String, T> read(Place place, String field, Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw UnreadableValueException.wrong(place, field, rule(), given);
    }
    SortedMap<String, T> values = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Object each = entry.getValue();
      if (each == null) {
        throw UnreadableValueException.missing(place.at(field), name, value.rule());
      }
      values.put(name, value.read(place.at(field), name, each));
    }
    return Collections.unmodifiableSortedMap(values);
  }

  @Override
  public Object write(SortedMap<String, T> values) {
    Map<String, Object> plain = new TreeMap<>();
    values.forEach((name, each) -> plain.put(name, value.write(each)));
    return plain;
  }
}
