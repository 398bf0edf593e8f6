package dev.maestro.engine.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plain values under names, in the order in which they were written: an answer, a row of a record,
 * a line of output. It is handed on and never read as a value again; that is for {@link Fields}.
 *
 * @param values null where there is nothing
 */
public record Written(Map<String, Object> values) {
  /** Nothing is written yet. */
  public static final Written NOTHING = new Written(Map.of());

  /** Takes a copy. */
  public Written {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** One value under one name. */
  public static Written of(String name, Object value) {
    return NOTHING.with(name, value);
  }

  /**
   * The same, and one more name or another value under it.
   *
   * @param value anything that {@link Plain} knows
   */
  public Written with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, Plain.of(value).orElse(null));
    return new Written(more);
  }

  /** What stands under a name; empty where there is nothing. */
  public Optional<Object> get(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
