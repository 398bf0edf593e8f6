package dev.maestro.engine.form;

import dev.maestro.engine.name.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The one reader of untyped values: the fields of a document, a file, a body or a part of one, each
 * read as the kind it is meant to be. What is null is absent. An error names place, field, rule and
 * value.
 */
public final class Fields {
  /** Nothing is there. */
  public static final Fields EMPTY = of("", Map.of());

  private final Place place;
  private final Map<?, ?> values;
  private final Optional<Watch> watch;

  private Fields(Place place, Map<?, ?> values, Optional<Watch> watch) {
    this.place = place;
    this.values = values;
    this.watch = watch;
  }

  /** Fields that stand at a place: a document, a file, a line. */
  public static Fields of(String place, Map<?, ?> values) {
    return of(Place.of(place), values);
  }

  /** Fields that stand at a place. */
  public static Fields of(Place place, Map<?, ?> values) {
    return new Fields(place, values, Optional.empty());
  }

  /**
   * Reads these fields where nobody else may write names beside them: a file, a case, a body. A
   * name that the reader did not ask for, here or in a map inside, is an error, for a typing
   * mistake must not pass as a default.
   *
   * @throws UnreadableValueException naming it and the nearest name that was asked for
   */
  public <T> T wholly(Function<Fields, T> reader) {
    Watch watching = new Watch();
    T read = reader.apply(new Fields(place, values, Optional.of(watching)));
    watching.requireAsked(this);
    return read;
  }

  /** Where they stand. */
  public Place place() {
    return place;
  }

  /** These fields, and one more unless it is there. */
  public Fields orElse(String field, Object value) {
    return has(field) ? this : with(field, value);
  }

  /** These fields, one of which is another. */
  public Fields with(String field, Object value) {
    Map<String, Object> more = copy();
    more.put(field, value);
    return new Fields(place, more, watch);
  }

  /** The names that have a value. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            names.add(String.valueOf(name));
          }
        });
    return names;
  }

  /** True if the field is there and not null. */
  public boolean has(String field) {
    ask(field);
    return values.get(field) != null;
  }

  /** True if the field is there and null, for the few that mean something by it. */
  public boolean isNull(String field) {
    return values.containsKey(field) && values.get(field) == null;
  }

  /** All of them as they are, for whoever keeps or shows what somebody else wrote. */
  public Map<String, Object> values() {
    return anyNames().copy();
  }

  /** These fields, where others may write names of their own even if the whole is read wholly. */
  public Fields anyNames() {
    watch.ifPresent(watching -> names().forEach(watching::ask));
    return this;
  }

  private Map<String, Object> copy() {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((name, value) -> all.put(String.valueOf(name), value));
    return all;
  }

  /** The plain value of a field, of whatever kind. */
  public Optional<Object> raw(String field) {
    ask(field);
    return Optional.ofNullable(values.get(field));
  }

  /** A field that must be there. */
  public <T> T get(String field, Kind<T> kind) {
    ask(field);
    Object given = values.get(field);
    if (given == null) {
      throw missing(field, kind.rule());
    }
    return kind.read(place, field, given);
  }

  /** A field that has a default. */
  public <T> T get(String field, Kind<T> kind, T fallback) {
    ask(field);
    Object given = values.get(field);
    return given == null ? fallback : kind.read(place, field, given);
  }

  /** A field that may be absent. */
  public <T> Optional<T> find(String field, Kind<T> kind) {
    return raw(field).map(given -> kind.read(place, field, given));
  }

  /** A field as it was found, where what cannot be read must not end the reading of the others. */
  public <T> Reading<T> reading(String field, Kind<T> kind) {
    try {
      return find(field, kind).map(Reading::of).orElse(Reading.absent());
    } catch (UnreadableValueException unreadable) {
      return Reading.unreadable();
    }
  }

  /** A map of fields; without any if it is absent. */
  public Fields fields(String field) {
    Object given = raw(field).orElse(Map.of());
    if (given instanceof Map<?, ?> map) {
      return part(field, map);
    }
    throw wrong(field, "a map", given);
  }

  /** A list of maps of fields; empty if it is absent. An element that is null is an error. */
  public List<Fields> list(String field) {
    Object given = raw(field).orElse(List.of());
    if (!(given instanceof List<?> list)) {
      throw wrong(field, "a list of maps", given);
    }
    List<Fields> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      String at = field + "[" + elements.size() + "]";
      if (!(element instanceof Map<?, ?> map)) {
        throw wrong(at, "a map", String.valueOf(element));
      }
      elements.add(part(at, map));
    }
    return elements;
  }

  private Fields part(String name, Map<?, ?> map) {
    Fields part = of(place.at(name), map);
    return new Fields(part.place, map, watch.map(watching -> watching.part(name, part)));
  }

  private void ask(String field) {
    watch.ifPresent(watching -> watching.ask(field));
  }

  /**
   * These fields, if the given one is among them: for lists and maps whose absence would pass for
   * an empty one.
   */
  public Fields require(String field) {
    if (!has(field)) {
      throw missing(field, "there, empty if there is nothing");
    }
    return this;
  }

  /** These fields, if the given lists are of one length, as the columns of one table are. */
  public Fields requireEven(Collection<String> lists) {
    Optional<Integer> length = Optional.empty();
    for (String field : lists) {
      int size = require(field).raw(field).orElse(0) instanceof List<?> list ? list.size() : 0;
      if (length.filter(first -> first != size).isPresent()) {
        throw wrong(field, "a list of " + length.get(), size + " values");
      }
      length = Optional.of(size);
    }
    return this;
  }

  /**
   * These fields, if nobody wrote a name that is not among those known: a typing mistake must not
   * pass as a default.
   */
  public Fields only(Collection<String> known) {
    if (!areAllIn(known)) {
      for (String name : names()) {
        if (!known.contains(name)) {
          throw unknown(name, known);
        }
      }
    }
    return this;
  }

  private boolean areAllIn(Collection<String> known) {
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      if (entry.getValue() != null && !known.contains(String.valueOf(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** The error for a name that is not among those known; it names the nearest. */
  public UnreadableValueException unknown(String field, Collection<String> known) {
    return UnreadableValueException.unknown(place, field, NearestName.mend(field, known));
  }

  /** The error for a field whose value cannot be used. */
  public UnreadableValueException wrong(String field, String rule, Object got) {
    return UnreadableValueException.wrong(place, field, rule, got);
  }

  /** The error for a field that is not there. */
  public UnreadableValueException missing(String field, String rule) {
    return UnreadableValueException.missing(place, field, rule);
  }

  /** Which names a reader asked for, of some fields and of the maps inside. */
  private static final class Watch {
    private final SortedSet<String> asked = new TreeSet<>();
    private final SortedMap<String, Part> parts = new TreeMap<>();

    private record Part(Fields fields, Watch watch) {}

    void ask(String name) {
      asked.add(name);
    }

    /** The watch over a map inside; the same however often it is read. */
    Watch part(String name, Fields fields) {
      return parts.computeIfAbsent(name, first -> new Part(fields, new Watch())).watch();
    }

    /** Refuses the first name that nobody asked for. */
    void requireAsked(Fields fields) {
      fields.only(Collections.unmodifiableSortedSet(asked));
      parts.values().forEach(part -> part.watch().requireAsked(part.fields()));
    }
  }
}
