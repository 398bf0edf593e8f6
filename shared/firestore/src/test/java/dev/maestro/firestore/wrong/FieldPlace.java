package dev.maestro.firestore.wrong;

import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.MapValue;
import com.google.firestore.v1.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a value stands in a document: names of fields, and places in lists like {@code [0]}. Of a
 * list only the first and the last element is looked at.
 */
record FieldPlace(List<String> steps) {
  /** Every place of a document, outer ones first. */
  static List<FieldPlace> all(Document document) {
    List<FieldPlace> places = new ArrayList<>();
    new TreeMap<>(document.getFieldsMap())
        .forEach((name, value) -> add(places, List.of(name), value));
    return places;
  }

  private static void add(List<FieldPlace> places, List<String> steps, Value value) {
    places.add(new FieldPlace(steps));
    new TreeMap<>(value.getMapValue().getFieldsMap())
        .forEach((name, held) -> add(places, with(steps, name), held));
    List<Value> list = value.getArrayValue().getValuesList();
    if (!list.isEmpty()) {
      add(places, with(steps, "[0]"), list.get(0));
    }
    if (list.size() > 1) {
      int last = list.size() - 1;
      add(places, with(steps, "[" + last + "]"), list.get(last));
    }
  }

  private static List<String> with(List<String> steps, String step) {
    List<String> more = new ArrayList<>(steps);
    more.add(step);
    return List.copyOf(more);
  }

  /** The document with another value here. */
  Document with(Document document, Optional<Value> value) {
    Map<String, Value> fields = new TreeMap<>(document.getFieldsMap());
    put(fields, 0, value);
    return document.toBuilder().clearFields().putAllFields(fields).build();
  }

  private void put(Map<String, Value> fields, int at, Optional<Value> value) {
    String name = steps.get(at);
    Optional<Value> next =
        at == steps.size() - 1
            ? value
            : Optional.ofNullable(fields.get(name)).map(held -> inside(held, at + 1, value));
    if (next.isPresent()) {
      fields.put(name, next.get());
    } else {
      fields.remove(name);
    }
  }

  private Value inside(Value held, int at, Optional<Value> value) {
    if (held.hasMapValue()) {
      Map<String, Value> fields = new TreeMap<>(held.getMapValue().getFieldsMap());
      put(fields, at, value);
      return Value.newBuilder().setMapValue(MapValue.newBuilder().putAllFields(fields)).build();
    }
    String step = steps.get(at);
    int place = Integer.parseInt(step.substring(1, step.length() - 1));
    ArrayValue.Builder list = held.getArrayValue().toBuilder();
    Optional<Value> next =
        at == steps.size() - 1 ? value : Optional.of(inside(list.getValues(place), at + 1, value));
    if (next.isPresent()) {
      list.setValues(place, next.get());
    } else {
      list.removeValues(place);
    }
    return Value.newBuilder().setArrayValue(list).build();
  }

  @Override
  public String toString() {
    return String.join(".", steps).replace(".[", "[");
  }
}
