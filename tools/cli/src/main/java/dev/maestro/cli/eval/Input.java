package dev.maestro.cli.eval;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parts of a JSON object; what is missing or of the wrong type is named. */
public final class Input {
  private Input() {}

  /** A required time, ISO-8601 with an offset. */
  public static Instant time(Map<String, Object> input, String key) {
    try {
      return OffsetDateTime.parse(String.valueOf(input.get(key))).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          key + " must be a time like 2026-01-31T16:00:00Z, got " + input.get(key), malformed);
    }
  }

  /** An object; an absent one is empty. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Map<String, Object> input, String key) {
    Object value = input.getOrDefault(key, Map.of());
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException(key + " must be an object, got " + value);
  }

  /** A list of objects; an absent one is empty. */
  public static List<Map<String, Object>> objects(Map<String, Object> input, String key) {
    if (!(input.getOrDefault(key, List.of()) instanceof List<?> list)) {
      throw new IllegalArgumentException(key + " must be a list of objects");
    }
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object element : list) {
      objects.add(object(Map.of(key, element), key));
    }
    return objects;
  }

  /** A required text that is not blank. */
  public static String text(Map<String, Object> input, String key) {
    if (input.get(key) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new IllegalArgumentException(key + " must be text, got " + input.get(key));
  }

  /** The required id of a strategy. */
  public static StrategyId strategy(Map<String, Object> input, String key) {
    return name(input, key, "a strategy id, " + StrategyId.RULE, StrategyId::of);
  }

  /** A required symbol. */
  public static Symbol symbol(Map<String, Object> input, String key) {
    return name(input, key, "a symbol, " + Symbol.RULE, Symbol::of);
  }

  private static <T> T name(
      Map<String, Object> input, String key, String kind, Function<String, Optional<T>> parse) {
    String text = text(input, key);
    return parse
        .apply(text)
        .orElseThrow(
            () -> new IllegalArgumentException(key + " must be " + kind + ", got '" + text + "'"));
  }

  /** A list of texts; an absent one is empty. */
  public static List<String> names(Map<String, Object> input, String key) {
    if (!(input.getOrDefault(key, List.of()) instanceof List<?> list)) {
      throw new IllegalArgumentException(key + " must be a list of texts");
    }
    return list.stream().map(String::valueOf).toList();
  }

  /** A required decimal. */
  public static BigDecimal decimal(Map<String, Object> input, String key) {
    return Optional.ofNullable(input.get(key))
        .flatMap(Decimals::read)
        .orElseThrow(
            () -> new IllegalArgumentException(key + " must be a number, got " + input.get(key)));
  }

  /** A decimal with a default. */
  public static BigDecimal decimal(Map<String, Object> input, String key, String fallback) {
    return input.containsKey(key) ? decimal(input, key) : new BigDecimal(fallback);
  }
}
