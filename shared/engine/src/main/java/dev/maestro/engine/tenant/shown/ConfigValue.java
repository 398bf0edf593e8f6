package dev.maestro.engine.tenant.shown;

import java.util.Optional;

/**
 * One setting as it is in force.
 *
 * @param key its name within its section
 * @param value plain, as {@link dev.maestro.engine.form.Plain} makes it; empty: not set, and
 *     without a default
 */
public record ConfigValue(String section, String key, Optional<Object> value, ConfigSource source) {
  /** {@code section.key}. */
  public String name() {
    return section + "." + key;
  }

  /** Value and source, for people. */
  public String words() {
    return value.map(Object::toString).orElse("-") + " (" + source.word() + ")";
  }
}
