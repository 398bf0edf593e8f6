package dev.maestro.engine.signal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Untyped fields by name; null is absent. */
record Fields(Map<?, ?> values) {
  Optional<Object> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The text of a value; empty for lists, objects and whatever else is made of other values. */
  static Optional<String> text(Object value) {
    boolean isSimple =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Instant;
    return isSimple ? Optional.of(value.toString()) : Optional.empty();
  }
}
