package dev.maestro.firestore.store;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document or of a map in it, read as what they are meant to be. A field of another
 * type is an error that names document, field and mend; null is absent.
 */
public final class StoredFields {
  private final String place;
  private final Map<String, Object> values;

  private StoredFields(String place, Map<String, Object> values) {
    this.place = place;
    this.values = values;
  }

  /** The fields of a document that exists. */
  public static StoredFields of(DocumentSnapshot document) {
    Map<String, Object> data = document.getData();
    return new StoredFields(
        document.getReference().getPath(), data == null ? Map.of() : plainMap(data));
  }

  /** The fields of a map that stands at the given place. */
  public static StoredFields of(String place, Map<String, Object> values) {
    return new StoredFields(place, plainMap(values));
  }

  /** All of them: times are Instants, maps and lists are plain, nulls are left out. */
  public Map<String, Object> values() {
    return values;
  }

  /** True if the field is there and not null. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /**
   * These fields, if the given one is among them: for lists and maps whose absence would pass for
   * an empty one.
   */
  public StoredFields require(String field) {
    if (!has(field)) {
      throw missing(field, "there, empty if there is nothing");
    }
    return this;
  }

  /** The value of a field, of whatever type. */
  public Optional<Object> raw(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /** Text that must be there. */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> missing(field, "a text"));
  }

  /** Text, if it is there. */
  public Optional<String> optionalText(String field) {
    return raw(field)
        .map(
            value -> {
              if (value instanceof String text) {
                return text;
              }
              throw wrong(field, "a text", value);
            });
  }

  /** An exact decimal that must be there; stored as text. */
  public BigDecimal decimal(String field) {
    return optionalDecimal(field).orElseThrow(() -> missing(field, "a decimal"));
  }

  /** An exact decimal, if it is there. */
  public Optional<BigDecimal> optionalDecimal(String field) {
    return raw(field)
        .map(
            value ->
                Decimals.read(value).orElseThrow(() -> wrong(field, "a decimal as text", value)));
  }

  /** A double that must be there. */
  public double number(String field) {
    Object value = raw(field).orElseThrow(() -> missing(field, "a number"));
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(field, "a number", value);
  }

  /** A double, if it is there. */
  public Optional<Double> optionalNumber(String field) {
    return has(field) ? Optional.of(number(field)) : Optional.empty();
  }

  /** A whole number that must be there. */
  public long whole(String field) {
    Object value = raw(field).orElseThrow(() -> missing(field, "a whole number"));
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw wrong(field, "a whole number", value);
  }

  /** true or false; the fallback if it is absent. */
  public boolean flag(String field, boolean fallback) {
    Object value = raw(field).orElse(fallback);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(field, "true or false", value);
  }

  /** A time that must be there. */
  public Instant time(String field) {
    return optionalTime(field).orElseThrow(() -> missing(field, "a Timestamp"));
  }

  /** A time, if it is there: a Timestamp, or ISO-8601 text in UTC. */
  public Optional<Instant> optionalTime(String field) {
    return raw(field)
        .map(
            value -> {
              try {
                return value instanceof Instant time ? time : Instant.parse((String) value);
              } catch (ClassCastException | DateTimeException malformed) {
                throw wrong(field, "a Timestamp", value);
              }
            });
  }

  /** A day, YYYY-MM-DD, that must be there. */
  public LocalDate day(String field) {
    String text = text(field);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw wrong(field, "a day, YYYY-MM-DD", text);
    }
  }

  /** A day, if it is there. */
  public Optional<LocalDate> optionalDay(String field) {
    return has(field) ? Optional.of(day(field)) : Optional.empty();
  }

  /** One of the words of an enum. */
  public <E extends Enum<E>> E word(String field, Class<E> words) {
    String text = text(field);
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(text)) {
        return word;
      }
    }
    throw wrong(field, "one of " + List.of(words.getEnumConstants()), text);
  }

  /** A map; empty if it is absent. */
  public StoredFields map(String field) {
    Object value = raw(field).orElse(Map.of());
    if (value instanceof Map<?, ?> map) {
      return new StoredFields(place + " " + field, textKeys(map));
    }
    throw wrong(field, "a map", value);
  }

  /** A list; empty if it is absent. */
  public List<Object> list(String field) {
    Object value = raw(field).orElse(List.of());
    if (value instanceof List<?> list) {
      return List.copyOf(list);
    }
    throw wrong(field, "a list", value);
  }

  /** A list of texts; empty if it is absent. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(field)) {
      if (!(value instanceof String text)) {
        throw wrong(field, "a list of texts", value);
      }
      texts.add(text);
    }
    return texts;
  }

  /** A value that wraps a text, such as a symbol. */
  public <T> T name(String field, String kind, Function<String, Optional<T>> parse) {
    String text = text(field);
    return parse.apply(text).orElseThrow(() -> wrong(field, kind, text));
  }

  /** A list of values that wrap texts; empty if it is absent. */
  public <T> List<T> names(String field, String kind, Function<String, Optional<T>> parse) {
    List<T> names = new ArrayList<>();
    for (String text : texts(field)) {
      names.add(parse.apply(text).orElseThrow(() -> wrong(field, kind, text)));
    }
    return names;
  }

  /** A list of maps; empty if it is absent. */
  public List<StoredFields> maps(String field) {
    List<StoredFields> maps = new ArrayList<>();
    for (Object value : list(field)) {
      if (!(value instanceof Map<?, ?> map)) {
        throw wrong(field, "a list of maps", value);
      }
      maps.add(new StoredFields(place + " " + field, textKeys(map)));
    }
    return maps;
  }

  /** The error for a field whose content cannot be used. */
  public UnreadableDocumentException wrong(String field, String expected, Object got) {
    return new UnreadableDocumentException(
        place + ": " + field + " must be " + expected + ", got '" + shown(got) + "'");
  }

  private UnreadableDocumentException missing(String field, String expected) {
    return new UnreadableDocumentException(
        place + ": " + field + " is missing and must be " + expected);
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  private static Map<String, Object> textKeys(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(key.toString(), value));
    return result;
  }

  private static Map<String, Object> plainMap(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          Object plain = plain(value);
          if (plain != null) {
            result.put(key.toString(), plain);
          }
        });
    return result;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Timestamp time) {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
    if (value instanceof Map<?, ?> map) {
      return plainMap(map);
    }
    if (value instanceof List<?> list) {
      List<Object> result = new ArrayList<>();
      for (Object element : list) {
        Object plain = plain(element);
        if (plain != null) {
          result.add(plain);
        }
      }
      return result;
    }
    return value;
  }
}
