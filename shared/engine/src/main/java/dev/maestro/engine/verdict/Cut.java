package dev.maestro.engine.verdict;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step that made an approved signal smaller.
 *
 * @param code what made it smaller
 * @param from allocation before
 * @param to allocation after, smaller
 */
public record Cut(String code, BigDecimal from, BigDecimal to) {
  /** The stored form. */
  SortedMap<String, Object> toMap() {
    SortedMap<String, Object> map = new TreeMap<>();
    map.put("code", code);
    map.put("from", from);
    map.put("to", to);
    return map;
  }
}
