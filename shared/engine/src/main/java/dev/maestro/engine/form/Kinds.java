package dev.maestro.engine.form;

import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of which values are made. */
public final class Kinds {
  /** Any text. */
  public static final Kind<String> TEXT = plain("a text", Kinds::text);

  /** Text that is not blank; white space around it is not part of it. */
  public static final Kind<String> NAME =
      plain(
          "a text that is not blank",
          given -> text(given).map(String::strip).filter(Kinds::isFull));

  /** An exact decimal, as a number or as text; the rules of {@link Decimals}. */
  public static final Kind<BigDecimal> DECIMAL = plain("a decimal", Decimals::read);

  /** A decimal as text, or a blank text where there is none; for lists that have no null. */
  public static final Kind<Optional<BigDecimal>> DECIMAL_OR_BLANK =
      leaf(
          "a decimal, or blank",
          Kinds::decimalOrBlank,
          value -> value.map(BigDecimal::toPlainString).orElse(""));

  /** A finite double, as a number or as decimal text. */
  public static final Kind<Double> NUMBER = plain("a number", Kinds::finite);

  /** A whole number. */
  public static final Kind<Long> WHOLE = plain("a whole number", Kinds::whole);

  /** A whole number from 0 to 2,147,483,647. */
  public static final Kind<Integer> COUNT =
      leaf("a whole number from 0", Kinds::count, count -> (long) count);

  /** A whole number from -2,147,483,648 to 2,147,483,647. */
  public static final Kind<Integer> INTEGER =
      leaf(
          "a whole number",
          given -> whole(given).filter(number -> number == number.intValue()).map(Long::intValue),
          number -> (long) number);

  /** true or false. */
  public static final Kind<Boolean> FLAG =
      plain("true or false", given -> given instanceof Boolean flag ? Optional.of(flag) : none());

  /** true or false, also as one of these words, as variables of a process are written. */
  public static final Kind<Boolean> SPOKEN_FLAG = plain("true or false", Kinds::spoken);

  /** A time: an instant, or ISO-8601 text with an offset. */
  public static final Kind<Instant> TIME = plain("a time like 2026-01-31T16:00:00Z", Kinds::time);

  /** A day, {@code YYYY-MM-DD}. */
  public static final Kind<LocalDate> DAY = plain("a day, YYYY-MM-DD", Kinds::day);

  /** A time zone. */
  public static final Kind<ZoneId> ZONE =
      leaf(
          "a time zone such as UTC or America/New_York",
          given -> text(given).flatMap(text -> parsed(text, ZoneId::of)),
          ZoneId::getId);

  /** A fraction from 0 to 1. */
  public static final Kind<Fraction> FRACTION =
      leaf("from 0 to 1", given -> finite(given).flatMap(Fraction::ofValid), Fraction::value);

  /** A percentage. */
  public static final Kind<Percent> PERCENT =
      leaf("a percentage", given -> finite(given).map(Percent::new), Percent::value);

  /** The id of a tenant. */
  public static final Kind<TenantId> TENANT = named("a tenant id: " + TenantId.RULE, TenantId::of);

  /** The id of a user. */
  public static final Kind<Uid> UID = named("a user id", Uid::of);

  /** The id of a strategy. */
  public static final Kind<StrategyId> STRATEGY =
      named("a strategy id: 1 to 64 of letters, digits, _ . -", StrategyId::of);

  /** The name of an agent. */
  public static final Kind<AgentId> AGENT =
      named(
          "an agent's name",
          text -> text.isBlank() ? none() : Optional.of(new AgentId(text.strip())));

  /** What is traded. */
  public static final Kind<Symbol> SYMBOL =
      named("a symbol: 1 to 32 of letters, digits, space . / : _ ^ = -", Symbol::of);

  private Kinds() {}

  /** One of the words of an enum, in any case. */
  public static <E extends Enum<E>> Kind<E> word(Class<E> words) {
    return leaf("one of " + Words.list(words), given -> Words.read(words, given), Enum::name);
  }

  /** One of the words of an enum that are written otherwise than they are named. */
  public static <E extends Enum<E>> Kind<E> word(Class<E> words, Function<E, String> text) {
    List<E> all = List.of(words.getEnumConstants());
    return leaf(
        "one of " + all.stream().map(text).collect(Collectors.joining(", ")),
        given ->
            text(given)
                .flatMap(
                    named ->
                        all.stream()
                            .filter(word -> text.apply(word).equalsIgnoreCase(named.strip()))
                            .findFirst()),
        text::apply);
  }

  /** A list; an element that is null or cannot be read makes all of it unreadable. */
  public static <T> Kind<List<T>> list(Kind<T> element) {
    return new Composed.Listed<>(element);
  }

  /** A map by name, sorted; a value that is null or cannot be read makes all of it unreadable. */
  public static <T> Kind<SortedMap<String, T>> map(Kind<T> value) {
    return map(TEXT, value);
  }

  /** A map whose names are of a kind, too: an id, a word. */
  public static <K extends Comparable<K>, T> Kind<SortedMap<K, T>> map(
      Kind<K> name, Kind<T> value) {
    return new Composed.Mapped<>(name, value);
  }

  /** A set of words, in their own order; written by name, sorted. */
  public static <E extends Enum<E>> Kind<Set<E>> words(Class<E> words) {
    return list(word(words))
        .as(
            read -> {
              Set<E> set = EnumSet.noneOf(words);
              set.addAll(read);
              return set;
            },
            set -> set.stream().sorted(Comparator.comparing(Enum::name)).toList());
  }

  /** A kind that wraps texts, such as an id. */
  public static <T> Kind<T> named(String rule, Function<String, Optional<T>> read) {
    return leaf(rule, given -> text(given).flatMap(read), Object::toString);
  }

  /** The first characters of a text, never half of one that takes two. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int last = length - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(last)) ? last : length);
  }

  /**
   * A kind without parts.
   *
   * @param read empty if the plain value is none of this kind
   */
  public static <T> Kind<T> leaf(
      String rule, Function<Object, Optional<T>> read, Function<T, Object> write) {
    return new LeafKind<>(rule, read, write);
  }

  private static <T> Kind<T> plain(String rule, Function<Object, Optional<T>> read) {
    return leaf(rule, read, value -> value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Optional<String> text(Object given) {
    return given instanceof String text ? Optional.of(text) : none();
  }

  private static boolean isFull(String text) {
    return !text.isEmpty();
  }

  private static Optional<Optional<BigDecimal>> decimalOrBlank(Object given) {
    Optional<BigDecimal> decimal = Decimals.read(given);
    return decimal.isPresent() || given.equals("") ? Optional.of(decimal) : Optional.empty();
  }

  private static Optional<Double> finite(Object given) {
    if (given instanceof Double || given instanceof Float) {
      return Optional.of(((Number) given).doubleValue()).filter(Double::isFinite);
    }
    return Decimals.read(given).map(BigDecimal::doubleValue);
  }

  private static Optional<Long> whole(Object given) {
    if (given instanceof Long || given instanceof Integer) {
      return Optional.of(((Number) given).longValue());
    }
    return Decimals.read(given)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::longValueExact);
  }

  private static Optional<Integer> count(Object given) {
    return whole(given)
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  private static Optional<Boolean> spoken(Object given) {
    return switch (String.valueOf(given).strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> none();
    };
  }

  private static Optional<Instant> time(Object given) {
    if (given instanceof Instant time) {
      return Optional.of(time);
    }
    return text(given).flatMap(text -> parsed(text, iso -> OffsetDateTime.parse(iso).toInstant()));
  }

  private static Optional<LocalDate> day(Object given) {
    return given instanceof LocalDate day
        ? Optional.of(day)
        : text(given).flatMap(text -> parsed(text, LocalDate::parse));
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException malformed) {
      return none();
    }
  }

  /** A kind without parts. */
  private record LeafKind<T>(
      String rule, Function<Object, Optional<T>> reading, Function<T, Object> writing)
      implements Kind<T> {
    @Override
    public T read(Place place, String field, Object given) {
      return reading
          .apply(given)
          .orElseThrow(() -> UnreadableValueException.wrong(place, field, rule, given));
    }

    @Override
    public Object write(T value) {
      return writing.apply(value);
    }
  }
}
