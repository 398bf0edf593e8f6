package dev.maestro.engine.signal;

import dev.maestro.engine.audit.CanonicalJson;
import java.util.Collection;
import java.util.Collections;
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
   *
   * @param maxBytes of its canonical form in UTF-8
   */
  static Map<String, Object> copy(Map<?, ?> map, int maxBytes) {
    if (isDeeperThan(MAX_DEPTH, map)) {
      return Map.of("dropped", "deeper than " + MAX_DEPTH + " levels");
    }
    SortedMap<String, Object> copy = sorted(map);
    int bytes = CanonicalJson.size(copy);
    return bytes > maxBytes
        ? Map.of("dropped", "larger than " + maxBytes + " bytes")
        : Collections.unmodifiableSortedMap(copy);
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

  /** Never looks further down than it has to. */
  private static boolean isDeeperThan(int levels, Object value) {
    Collection<?> children;
    if (value instanceof Map<?, ?> map) {
      children = map.values();
    } else if (value instanceof Collection<?> collection) {
      children = collection;
    } else {
      return false;
    }
    return levels == 0 || children.stream().anyMatch(child -> isDeeperThan(levels - 1, child));
  }
}
