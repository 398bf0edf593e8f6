package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

/** Optionals, lists, sets and maps of values. */
final class Containers {
  private Containers() {}

  /** Null where there is nothing; what is there is never written as null. */
  record Maybe(ValueCodec element) implements ValueCodec {
    @Override
    public Object write(Object value) {
      return ((Optional<?>) value).map(element::write).map(Object.class::cast).orElse(value);
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
    public Object write(Object value) {
      List<Object> written = new ArrayList<>();
      for (Object each : (Iterable<?>) value) {
        written.add(element.write(each));
      }
      return written;
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
    public Object write(Object value) {
      List<Object> written = new ArrayList<>((List<?>) all.write(value));
      written.sort(Comparator.comparing(CanonicalJson::write));
      return written;
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
    public Object write(Object value) {
      SortedMap<String, Object> written = new TreeMap<>();
      ((Map<?, ?>) value)
          .forEach((name, each) -> written.put((String) key.write(name), element.write(each)));
      return written;
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
