package dev.maestro.engine.signal;

import java.util.Map;
import java.util.Optional;

/** Untyped fields by name; null is absent. */
record Fields(Map<?, ?> values) {
  Optional<Object> get(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
