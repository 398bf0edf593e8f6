package dev.maestro.firestore.audit;

import com.google.cloud.Timestamp;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.name.StoredName;
import dev.maestro.firestore.store.StoredValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record of the decision log as a document, without a change to its canonical form: whoever reads
 * it back can check its hash.
 *
 * <p>Numbers are Firestore's doubles and integers where their canonical text survives that, else
 * {@code {"$decimal": text}}. What Firestore cannot hold (names that are empty or reserved, or too
 * long together with those they stand in, a list in a list, half a surrogate pair) is {@code
 * {"$json": canonical text}}. {@code timestamp} is a Timestamp.
 */
public final class RecordDocument {
  private static final String DECIMAL = "$decimal";
  private static final String JSON = "$json";
  private static final String TIMESTAMP = "timestamp";

  /** Bytes of the path of a field: Firestore takes 1,500, the rest is for our own tags. */
  private static final int ROOM = 1400;

  private static final int BYTES_PER_CHARACTER = 3;

  private RecordDocument() {}

  /** The document of a record. */
  public static Map<String, Object> encode(Map<String, ?> record) {
    Map<String, Object> document = map(record, ROOM);
    if (record.get(TIMESTAMP) instanceof String time) {
      document.put(TIMESTAMP, StoredValue.time(Instant.parse(time)));
    }
    return document;
  }

  /** The record of a document. */
  public static Map<String, Object> decode(Map<String, ?> document) {
    return each(document);
  }

  /** One value of a record, as it was before it was stored. */
  public static Object decodeValue(Object stored) {
    return decoded(stored);
  }

  private static @Nullable Object encoded(Object value, int room) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? encoded(optional.get(), room) : null;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      return isStorable(map, room) ? map(map, room) : Map.of(JSON, CanonicalJson.write(map));
    }
    if (value instanceof List<?> list) {
      return isStorable(list) ? list(list, room) : Map.of(JSON, CanonicalJson.write(list));
    }
    if (value instanceof String text && !isWellFormed(text)) {
      return Map.of(JSON, CanonicalJson.write(text));
    }
    return value instanceof Instant time ? StoredValue.time(time) : value;
  }

  /** Half a surrogate pair is no UTF-8, and would come back as something else. */
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  private static Object number(Number number) {
    double nearest = number.doubleValue();
    String text = CanonicalJson.write(number);
    return Double.isFinite(nearest) && CanonicalJson.write(nearest).equals(text)
        ? nearest
        : Map.of(DECIMAL, text);
  }

  /** What is left of a path below a name, which has at most so many bytes. */
  private static int room(int room, String name) {
    return room - name.length() * BYTES_PER_CHARACTER - 1;
  }

  private static Map<String, Object> map(Map<?, ?> map, int room) {
    Map<String, Object> encoded = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> encoded.put(key.toString(), encoded(value, room(room, key.toString()))));
    return encoded;
  }

  private static List<@Nullable Object> list(List<?> list, int room) {
    List<@Nullable Object> encoded = new ArrayList<>();
    list.forEach(element -> encoded.add(encoded(element, room)));
    return encoded;
  }

  /** Firestore refuses empty and reserved names; ours for tags must not be taken by others. */
  private static boolean isStorable(Map<?, ?> map, int room) {
    return map.keySet().stream()
        .map(Object::toString)
        .noneMatch(
            key ->
                !StoredName.isOfField(key)
                    || room(room, key) < 0
                    || !isWellFormed(key)
                    || key.equals(DECIMAL)
                    || key.equals(JSON));
  }

  private static boolean isStorable(List<?> list) {
    return list.stream().noneMatch(List.class::isInstance);
  }

  private static Object decoded(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Timestamp time) {
      return CanonicalJson.time(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
    }
    if (value instanceof Map<?, ?> map) {
      return decoded(map);
    }
    if (value instanceof List<?> list) {
      List<Object> decoded = new ArrayList<>();
      list.forEach(element -> decoded.add(decoded(element)));
      return decoded;
    }
    return value;
  }

  private static Object decoded(Map<?, ?> map) {
    try {
      if (map.size() == 1 && map.get(DECIMAL) instanceof String text) {
        return new BigDecimal(text);
      }
      if (map.size() == 1 && map.get(JSON) instanceof String text) {
        return parsed(JsonParser.parseString(text));
      }
    } catch (NumberFormatException | JsonParseException tampered) {
      return "unreadable: " + map;
    }
    return each(map);
  }

  private static Map<String, Object> each(Map<?, ?> map) {
    Map<String, Object> decoded = new TreeMap<>();
    map.forEach((key, value) -> decoded.put(key.toString(), decoded(value)));
    return decoded;
  }

  private static Object parsed(JsonElement json) {
    if (json.isJsonNull()) {
      return Optional.empty();
    }
    if (json.isJsonObject()) {
      Map<String, Object> map = new TreeMap<>();
      json.getAsJsonObject().entrySet().forEach(e -> map.put(e.getKey(), parsed(e.getValue())));
      return map;
    }
    if (json.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      json.getAsJsonArray().forEach(element -> list.add(parsed(element)));
      return list;
    }
    if (json.getAsJsonPrimitive().isNumber()) {
      return json.getAsBigDecimal();
    }
    return json.getAsJsonPrimitive().isBoolean() ? json.getAsBoolean() : json.getAsString();
  }
}
