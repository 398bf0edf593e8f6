package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Optionals, lists, sets and maps of values. */
final class Containers {
  private static final int EXPECTED_LENGTH = 64;

  private Containers() {}

  /** A list of elements of one codec. */
  static void listed(Iterable<?> elements, ValueCodec codec, CanonicalBytes out) {
    char separator = '[';
    for (Object each : elements) {
      out.ascii(separator);
      codec.write(each, out);
      separator = ',';
    }
    out.ascii(separator == '[' ? "[]" : "]");
  }

  /** A map whose values have one codec, in the order of its names. */
  static void named(
      Map<?, ?> map, Function<Object, String> name, ValueCodec codec, CanonicalBytes out) {
    SortedMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, each) -> sorted.put(name.apply(key), each));
    char separator = '{';
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.ascii(separator);
      out.quoted(entry.getKey());
      out.ascii(':');
      codec.write(entry.getValue(), out);
      separator = ',';
    }
    out.ascii(separator == '{' ? "{}" : "}");
  }

  /** Null where there is nothing; what is there is never written as null. */
  record Maybe(ValueCodec element) implements ValueCodec {
    @Override
    public void write(Object value, CanonicalBytes out) {
      Optional<?> optional = (Optional<?>) value;
      if (optional.isPresent()) {
        element.write(optional.get(), out);
      } else {
        out.ascii("null");
      }
    }

    @Override
    public Object read(Object plain, String place) {
      return plain instanceof Optional<?> nothing
          ? nothing
          : Optional.of(element.read(plain, place));
    }
  }

  /** In order. */
  record Listed(ValueCodec element) implements ValueCodec {
    @Override
    public void write(Object value, CanonicalBytes out) {
      listed((Iterable<?>) value, element, out);
    }

    @Override
    public Object read(Object plain, String place) {
      if (!(plain instanceof List<?> list)) {
        throw new UnusableValueException(place, "a list is needed");
      }
      List<Object> read = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        read.add(element.read(list.get(i), place + "[" + i + "]"));
      }
      return Collections.unmodifiableList(read);
    }
  }

  /** A set, as a list in the order of its texts: sets have none of their own. */
  record Distinct(Class<?> type, Listed all) implements ValueCodec {
    @Override
    public void write(Object value, CanonicalBytes out) {
      List<String> texts = new ArrayList<>();
      for (Object each : (Set<?>) value) {
        CanonicalBytes text = new CanonicalBytes(EXPECTED_LENGTH);
        all.element().write(each, text);
        texts.add(text.text());
      }
      Collections.sort(texts);
      char separator = '[';
      for (String text : texts) {
        out.ascii(separator);
        out.raw(text.getBytes(StandardCharsets.UTF_8));
        separator = ',';
      }
      out.ascii(separator == '[' ? "[]" : "]");
    }

    @Override
    public Object read(Object plain, String place) {
      List<?> read = (List<?>) all.read(plain, place);
      Set<Object> set = type == SortedSet.class ? new TreeSet<>(read) : new HashSet<>(read);
      return set instanceof TreeSet<Object> sorted
          ? Collections.unmodifiableSortedSet(sorted)
          : Collections.unmodifiableSet(set);
    }
  }

  /** A map; its keys are values that one text says. */
  record Mapped(Class<?> type, ValueCodec key, ValueCodec element) implements ValueCodec {
    @Override
    public void write(Object value, CanonicalBytes out) {
      named((Map<?, ?>) value, key::text, element, out);
    }

    @Override
    public Object read(Object plain, String place) {
      if (!(plain instanceof Map<?, ?> map)) {
        throw new UnusableValueException(place, "a map is needed");
      }
      Map<Object, Object> read = type == SortedMap.class ? new TreeMap<>() : new HashMap<>();
      map.forEach(
          (name, each) -> read.put(key.read(name, place), element.read(each, place + "." + name)));
      return read instanceof TreeMap<Object, Object> sorted
          ? Collections.unmodifiableSortedMap(sorted)
          : Collections.unmodifiableMap(read);
    }
  }
}
