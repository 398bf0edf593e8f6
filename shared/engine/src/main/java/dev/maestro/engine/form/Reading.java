package dev.maestro.engine.form;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * An optional input as it was found: absent, readable, or given and unreadable. Absent inputs are
 * not used; unreadable ones count as the worst there is.
 *
 * @param isGiven false: absent
 * @param value empty if absent or unreadable
 */
public record Reading<T>(boolean isGiven, Optional<T> value) {
  /** What is readable was given. */
  public Reading {
    if (!isGiven && value.isPresent()) {
      throw new IllegalArgumentException("an absent reading has no value, got " + value.get());
    }
  }

  /** Nothing was given. */
  public static <T> Reading<T> absent() {
    return new Reading<>(false, Optional.empty());
  }

  /** A readable value. */
  public static <T> Reading<T> of(T value) {
    return new Reading<>(true, Optional.of(value));
  }

  /** Something was given that cannot be read. */
  public static <T> Reading<T> unreadable() {
    return new Reading<>(true, Optional.empty());
  }

  /** True if it is given and not known to be acceptable. */
  public boolean violates(Predicate<T> acceptable) {
    return isGiven && value.filter(acceptable).isEmpty();
  }
}
