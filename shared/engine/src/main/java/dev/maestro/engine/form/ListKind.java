package dev.maestro.engine.form;

import java.util.ArrayList;
import java.util.List;

/** A list of one kind; an element that is missing is no shorter list. */
record ListKind<T>(Kind<T> element) implements Kind<List<T>> {
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
