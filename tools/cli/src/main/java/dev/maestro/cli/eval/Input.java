package dev.maestro.cli.eval;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parts of a case; what is missing or of the wrong type is named. */
final class Input {
  private Input() {}

  /** A required time, ISO-8601 with an offset. */
  static Instant time(Map<String, Object> input, String key) {
    try {
      return OffsetDateTime.parse(String.valueOf(input.get(key))).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          key + " must be a time like 2026-01-31T16:00:00Z, got " + input.get(key), malformed);
    }
  }

  /** An object; an absent one is empty. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> input, String key) {
    Object value = input.getOrDefault(key, Map.of());
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException(key + " must be an object, got " + value);
  }

  /** A list of objects; an absent one is empty. */
  static List<Map<String, Object>> objects(Map<String, Object> input, String key) {
    if (!(input.getOrDefault(key, List.of()) instanceof List<?> list)) {
      throw new IllegalArgumentException(key + " must be a list of objects");
    }
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object element : list) {
      objects.add(object(Map.of(key, element), key));
    }
    return objects;
  }
}
