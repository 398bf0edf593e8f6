package dev.maestro.engine.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plain values under names, in the order in which they were written: an answer, a row of a record,
 * a line of output. It is handed on and never read as a value again; that is for {@link Fields}.
 */
public final class Written {
  /** Nothing is written yet. */
  public static final Written NOTHING = new Written(Map.of());

  private final Map<String, Object> values;

  /** Takes a copy. */
  public Written(Map<String, Object> values) {
    this(values, false);
  }

  private Written(Map<String, Object> values, boolean isOwn) {
    this.values = Collections.unmodifiableMap(isOwn ? values : new LinkedHashMap<>(values));
  }

  /** Values that were put together for it, and that nobody else has. */
  static Written owning(Map<String, Object> values) {
    return new Written(values, true);
  }

  /** One value under one name. */
  public static Written of(String name, Object value) {
    return NOTHING.with(name, value);
  }

  /** What is written; null where there is nothing. */
  public Map<String, Object> values() {
    return values;
  }

  /**
   * The same, and one more name or another value under it.
   *
   * @param value anything that {@link Plain} knows
   */
  public Written with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, Plain.of(value).orElse(null));
    return owning(more);
  }

  /** The same, and a list of what is written already, which is not looked at again. */
  public Written withRows(String name, List<Written> rows) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, rows.stream().map(Written::values).toList());
    return owning(more);
  }

  /** What stands under a name; empty where there is nothing. */
  public Optional<Object> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Written written && values.equals(written.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
