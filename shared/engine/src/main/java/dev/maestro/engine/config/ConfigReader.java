package dev.maestro.engine.config;

import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads typed values out of an untyped map; the ranges are the business of the configuration that
 * is built from them ({@link ConfigRules}).
 *
 * <p>A key that is absent or null takes its default. A value of the wrong type is an error, and so
 * is a key that nobody asked for: a typing mistake must not pass as a default.
 */
public final class ConfigReader {
  private static final int SHOWN_LENGTH = 60;

  private final Map<String, Object> values;
  private final SortedSet<String> unread;
  private final List<String> errors = new ArrayList<>();

  /** Reads from {@code values}, whose numbers may be numbers or decimal text. */
  public ConfigReader(Map<String, Object> values) {
    this.values = values;
    this.unread = new TreeSet<>(values.keySet());
  }

  /** A decimal. */
  public BigDecimal decimal(String key, String fallback) {
    return read(key, new BigDecimal(fallback), "a number", Decimals::read);
  }

  /** A whole number. */
  public int integer(String key, int fallback) {
    return read(key, fallback, "a whole number", ConfigReader::wholeNumber);
  }

  /** A boolean, or the words true and false. */
  public boolean flag(String key, boolean fallback) {
    return read(key, fallback, "true or false", ConfigReader::truth);
  }

  /** Text. */
  public String text(String key, String fallback) {
    return read(
        key,
        fallback,
        "a text",
        given -> given instanceof String text ? Optional.of(text) : Optional.empty());
  }

  /** One of the words of an enum, in any case. */
  public <E extends Enum<E>> E word(String key, E fallback) {
    E[] words = fallback.getDeclaringClass().getEnumConstants();
    return read(
        key,
        fallback,
        "one of " + Arrays.toString(words),
        given ->
            Arrays.stream(words)
                .filter(word -> word.name().equalsIgnoreCase(given.toString().strip()))
                .findFirst());
  }

  /** A value that wraps a text, such as a symbol; empty if absent or blank. */
  public <T> Optional<T> named(String key, String kind, Function<String, Optional<T>> parse) {
    List<T> named =
        read(
            key,
            List.of(),
            kind,
            given ->
                given instanceof String text && text.isBlank()
                    ? Optional.of(List.of())
                    : name(given, parse).map(List::of));
    return named.stream().findFirst();
  }

  /** A list of distinct values that wrap texts, such as agents; empty if absent. */
  public <T> List<T> names(String key, String kind, Function<String, Optional<T>> parse) {
    return read(key, List.of(), kind, given -> distinctNames(given, parse));
  }

  /**
   * Builds the configuration from what was read.
   *
   * @throws InvalidConfigurationException with all errors: wrong types, broken ranges, unknown keys
   */
  public <T> T build(Supplier<T> construction) {
    Optional<T> built = Optional.empty();
    try {
      built = Optional.of(construction.get());
    } catch (InvalidConfigurationException broken) {
      errors.addAll(broken.errors());
    }
    unread.forEach(key -> errors.add(key + " is not a known key"));
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return built.orElseThrow();
  }

  private <T> T read(String key, T fallback, String kind, Function<Object, Optional<T>> parse) {
    unread.remove(key);
    Object given = values.get(key);
    if (given == null) {
      return fallback;
    }
    Optional<T> parsed = parse.apply(given);
    if (parsed.isEmpty()) {
      errors.add(key + " must be " + kind + ", got " + show(given));
    }
    return parsed.orElse(fallback);
  }

  private static Optional<Integer> wholeNumber(Object given) {
    return Decimals.read(given)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue);
  }

  private static Optional<Boolean> truth(Object given) {
    return switch (given.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static <T> Optional<T> name(Object given, Function<String, Optional<T>> parse) {
    return given instanceof String text ? parse.apply(text) : Optional.empty();
  }

  private static <T> Optional<List<T>> distinctNames(
      Object given, Function<String, Optional<T>> parse) {
    if (!(given instanceof List<?> list)) {
      return Optional.empty();
    }
    List<T> names = new ArrayList<>();
    for (Object entry : list) {
      Optional<T> name = name(entry, parse).filter(known -> !names.contains(known));
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  private static String show(Object value) {
    String text = value.toString();
    return "'" + text.substring(0, Math.min(text.length(), SHOWN_LENGTH)) + "'";
  }
}
