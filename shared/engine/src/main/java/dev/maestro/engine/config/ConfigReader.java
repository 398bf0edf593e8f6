package dev.maestro.engine.config;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a configuration and collects every error, so that all are reported at once; the ranges are
 * the business of the configuration that is built from the values ({@link ConfigRules}).
 *
 * <p>A key that is absent or null takes its default. A value of the wrong kind is an error, and so
 * is a key that nobody asked for: a typing mistake must not pass as a default.
 */
public final class ConfigReader {
  private static final Kind<List<String>> NAMES = Kinds.list(Kinds.NAME);
  private static final Kind<List<Symbol>> SYMBOLS = Kinds.list(Kinds.SYMBOL);

  private final Fields values;
  private final SortedSet<String> asked = new TreeSet<>();
  private final List<String> errors = new ArrayList<>();

  /** Reads from {@code values}, whose numbers may be numbers or decimal text. */
  public ConfigReader(Fields values) {
    this.values = values;
  }

  /** A decimal. */
  public BigDecimal decimal(String key, String fallback) {
    return read(key, Kinds.DECIMAL, new BigDecimal(fallback));
  }

  /** A whole number. */
  public int integer(String key, int fallback) {
    return read(key, Kinds.INTEGER, fallback);
  }

  /** A boolean, or the words true and false. */
  public boolean flag(String key, boolean fallback) {
    return read(key, Kinds.SPOKEN_FLAG, fallback);
  }

  /** Text. */
  public String text(String key, String fallback) {
    return read(key, Kinds.TEXT, fallback);
  }

  /** One of the words of an enum, in any case. */
  public <E extends Enum<E>> E word(String key, E fallback) {
    return read(key, Kinds.word(fallback.getDeclaringClass()), fallback);
  }

  /** A list of distinct, non-blank texts, trimmed; empty if absent. */
  public List<String> names(String key) {
    return distinct(key, read(key, NAMES, List.of()));
  }

  /** A symbol; empty if absent or blank. */
  public Optional<Symbol> symbol(String key) {
    return text(key, "").isBlank()
        ? Optional.empty()
        : read(key, fields -> fields.find(key, Kinds.SYMBOL), Optional.empty());
  }

  /** A list of distinct symbols; empty if absent. */
  public List<Symbol> symbols(String key) {
    return distinct(key, read(key, SYMBOLS, List.of()));
  }

  /** A field that has a default. */
  public <V> V get(Field<?, V> field) {
    V fallback =
        field
            .fallback()
            .orElseThrow(() -> new IllegalArgumentException(field.name() + " has no default"));
    return read(field.name(), field::in, fallback);
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
    for (String name : values.names()) {
      if (!asked.contains(name)) {
        errors.add(String.valueOf(values.unknown(name, asked).getMessage()));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return built.orElseThrow();
  }

  private <T> T read(String key, Kind<T> kind, T fallback) {
    return read(key, fields -> fields.get(key, kind, fallback), fallback);
  }

  private <T> T read(String key, Function<Fields, T> reading, T fallback) {
    asked.add(key);
    try {
      return reading.apply(values);
    } catch (UnreadableValueException unreadable) {
      errors.add(String.valueOf(unreadable.getMessage()));
      return fallback;
    }
  }

  private <T> List<T> distinct(String key, List<T> names) {
    if (names.stream().distinct().count() != names.size()) {
      errors.add(String.valueOf(values.wrong(key, "distinct names", names).getMessage()));
    }
    return names;
  }
}
