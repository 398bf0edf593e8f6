package dev.maestro.engine.form;

import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns what a value holds into plain values: texts, booleans, numbers, times, days, lists, maps
 * and null for what is empty. Words and ids become texts, whole numbers become {@link Long}.
 */
public final class Plain {
  private Plain() {}

  /**
   * The plain form of a value; empty where there is nothing.
   *
   * @throws IllegalArgumentException for what has none, such as a record
   */
  public static Optional<Object> of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(Plain::of);
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Optional.of((long) number.getAsInt()) : Optional.empty();
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
    return Optional.of(present(value));
  }

  /** Puts the plain form of a value under its name, and null where there is nothing. */
  static void put(Map<String, Object> into, String name, Object value) {
    if (isPlain(value)) {
      into.put(name, value);
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      put(into, name, optional.get());
    } else {
      into.put(name, of(value).orElse(null));
    }
  }

  /** The same, and nothing where there is nothing. */
  static void putPresent(Map<String, Object> into, String name, Object value) {
    if (!(value instanceof Optional<?> optional)) {
      of(value).ifPresent(plain -> into.put(name, plain));
    } else if (optional.isPresent()) {
      putPresent(into, name, optional.get());
    }
  }

  private static Object present(Object value) {
    if (isPlain(value)) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Written written) {
      return map(written.values());
    }
    if (value instanceof Collection<?> collection) {
      return list(collection);
    }
    if (isName(value)) {
      return value.toString();
    }
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof Number number) {
      return number instanceof Integer ? number.longValue() : new BigDecimal(number.toString());
    }
    throw new IllegalArgumentException("no plain form for " + value.getClass().getName());
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof BigDecimal
        || value instanceof Double
        || value instanceof Long
        || value instanceof Instant
        || value instanceof LocalDate;
  }

  private static boolean isName(Object value) {
    return value instanceof TenantId
        || value instanceof Uid
        || value instanceof StrategyId
        || value instanceof StrategyName
        || value instanceof StrategyVersion
        || value instanceof AgentId
        || value instanceof Symbol;
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((name, value) -> plain.put(text(name), held(value).orElse(null)));
    return plain;
  }

  private static String text(Object name) {
    return of(name).map(Object::toString).orElse("");
  }

  private static List<Object> list(Collection<?> collection) {
    List<Object> plain = new ArrayList<>(collection.size());
    collection.forEach(element -> plain.add(held(element).orElse(null)));
    return plain;
  }

  private static Optional<Object> held(Object value) {
    return Optional.ofNullable(value).flatMap(Plain::of);
  }
}
