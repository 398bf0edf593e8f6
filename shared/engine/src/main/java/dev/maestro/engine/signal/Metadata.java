package dev.maestro.engine.signal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a strategy adds for people, reduced to sorted maps of texts, so that it is small and flat.
 */
final class Metadata {
  private static final int MAX_DEPTH = 5;

  private Metadata() {}

  /**
   * A copy with every leaf as text; larger than the limit, or too deep: only a note of its size.
   */
  static Map<String, Object> copy(Map<?, ?> map, int maxCharacters) {
    if (depth(map) > MAX_DEPTH) {
      return Map.of("dropped", "deeper than " + MAX_DEPTH + " levels");
    }
    SortedMap<String, Object> copy = sorted(map);
    int size = copy.toString().length();
    return size > maxCharacters
        ? Map.of("dropped", "larger than " + maxCharacters + " characters")
        : Collections.unmodifiableMap(copy);
  }

  private static SortedMap<String, Object> sorted(Map<?, ?> map) {
    SortedMap<String, Object> copy = new TreeMap<>();
    map.forEach(
        (key, value) ->
            copy.put(
                String.valueOf(key),
                value instanceof Map<?, ?> nested ? sorted(nested) : String.valueOf(value)));
    return copy;
  }

  private static int depth(Object value) {
    int deepest = 0;
    Iterable<?> children =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list ? list : List.of();
    for (Object child : children) {
      deepest = Math.max(deepest, depth(child));
    }
    return value instanceof Map<?, ?> || value instanceof List<?> ? deepest + 1 : 0;
  }
}
