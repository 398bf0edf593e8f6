package dev.maestro.engine.archive.value;

import dev.maestro.engine.audit.CanonicalBytes;
import dev.maestro.engine.audit.CanonicalNumber;
import dev.maestro.engine.audit.CanonicalTime;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The codec of every type that is made of records, enums, ids, numbers, times and collections, made
 * from what the types themselves declare: a component that is added to a record is written and read
 * without a word here. A type that cannot be written is refused when the codec is made.
 */
public final class ValueCodecs {
  private static final Map<Class<?>, ValueCodec> LEAVES = leaves();

  private final Map<Class<?>, Function<ValueCodecs, ValueCodec>> special = new HashMap<>();
  private final Map<Type, ValueCodec> made = new HashMap<>();

  private static Map<Class<?>, ValueCodec> leaves() {
    Map<Class<?>, ValueCodec> leaves = new HashMap<>();
    leaves.put(
        String.class, PlainCodec.same(String.class, (text, out) -> out.quoted((String) text)));
    leaves.put(
        Boolean.class, PlainCodec.same(Boolean.class, (flag, out) -> out.ascii(flag.toString())));
    BiConsumer<Object, CanonicalBytes> whole =
        (number, out) -> out.number(((Number) number).longValue());
    leaves.put(Long.class, PlainCodec.same(Long.class, whole));
    leaves.put(Integer.class, new PlainCodec<>(Long.class, whole, Math::toIntExact));
    leaves.put(Double.class, new TextCodec<>(Object::toString, Double::valueOf));
    leaves.put(
        BigDecimal.class,
        new TextCodec<>(Object::toString, CanonicalNumber::exact, BigDecimal::new));
    leaves.put(
        Instant.class, new TextCodec<>(Object::toString, CanonicalTime::exact, Instant::parse));
    leaves.put(Duration.class, new TextCodec<>(Object::toString, Duration::parse));
    leaves.put(
        LocalDate.class, new TextCodec<>(Object::toString, CanonicalTime::exact, LocalDate::parse));
    leaves.put(ZoneId.class, new TextCodec<>(ZoneId::getId, ZoneId::of));
    leaves.put(boolean.class, leaves.get(Boolean.class));
    leaves.put(long.class, leaves.get(Long.class));
    leaves.put(int.class, leaves.get(Integer.class));
    leaves.put(double.class, leaves.get(Double.class));
    return Map.copyOf(leaves);
  }

  /** Writes and reads values of one type. */
  public record Root<T>(Class<T> type, BiConsumer<Object, CanonicalBytes> writer, Reader reader) {
    /** Writes it as {@link dev.maestro.engine.audit.CanonicalJson} would. */
    public void write(T value, CanonicalBytes out) {
      writer.accept(value, out);
    }

    /**
     * The value that was written.
     *
     * @throws UnusableValueException naming the place
     */
    public T read(Object plain) {
      return type.cast(reader.read(plain, ""));
    }
  }

  /** Reads a plain value. */
  @FunctionalInterface
  public interface Reader {
    /** The value at a place. */
    Object read(Object plain, String place);
  }

  /** With a class that is no record, written as a type that says the same. */
  public <T, S> ValueCodecs with(
      Class<T> type, Type substitute, Function<T, S> write, Function<S, T> read) {
    special.put(type, all -> new SubstituteCodec<>(all.of(substitute, Map.of()), write, read));
    return this;
  }

  /** With an open interface of which these members are known. */
  public ValueCodecs with(Class<?> family, List<Class<?>> members) {
    special.put(family, all -> FamilyCodec.of(family, members, member -> all.of(member, Map.of())));
    return this;
  }

  /** The codec of a type and of all that it is made of. */
  public <T> Root<T> root(Class<T> type) {
    ValueCodec codec = of(type, Map.of());
    return new Root<>(type, codec::write, codec::read);
  }

  static boolean isLeaf(Class<?> type) {
    return LEAVES.containsKey(type) || type.isEnum();
  }

  /** Types that stand for others are bound by who uses them, so only plain classes are kept. */
  private ValueCodec of(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof TypeVariable<?> variable) {
      return of(Objects.requireNonNull(bound.get(variable)), Map.of());
    }
    if (type instanceof ParameterizedType generic) {
      return generic((Class<?>) generic.getRawType(), arguments(generic, bound));
    }
    Class<?> plain = (Class<?>) type;
    ValueCodec known = made.get(plain);
    if (known == null) {
      known = plain(plain);
      made.put(plain, known);
    }
    return known;
  }

  private static List<Type> arguments(ParameterizedType generic, Map<TypeVariable<?>, Type> bound) {
    List<Type> arguments = new ArrayList<>();
    for (Type argument : generic.getActualTypeArguments()) {
      arguments.add(
          argument instanceof TypeVariable<?> variable
              ? Objects.requireNonNull(bound.get(variable))
              : argument);
    }
    return arguments;
  }

  private ValueCodec generic(Class<?> raw, List<Type> arguments) {
    if (raw == Optional.class) {
      return new Containers.Maybe(of(arguments.get(0), Map.of()));
    }
    if (raw == List.class) {
      return new Containers.Listed(of(arguments.get(0), Map.of()));
    }
    if (raw == Set.class || raw == SortedSet.class) {
      return new Containers.Distinct(raw, new Containers.Listed(of(arguments.get(0), Map.of())));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return new Containers.Mapped(
          raw, of(arguments.get(0), Map.of()), of(arguments.get(1), Map.of()));
    }
    if (raw.isRecord()) {
      Map<TypeVariable<?>, Type> bound = new HashMap<>();
      for (int i = 0; i < arguments.size(); i++) {
        bound.put(raw.getTypeParameters()[i], arguments.get(i));
      }
      return RecordCodec.of(raw, part -> of(part.getGenericType(), bound));
    }
    throw new IllegalArgumentException("no codec for " + raw.getName());
  }

  private ValueCodec plain(Class<?> type) {
    if (special.containsKey(type)) {
      return special.get(type).apply(this);
    }
    if (LEAVES.containsKey(type)) {
      return LEAVES.get(type);
    }
    if (type == Object.class) {
      return new LooseCodec();
    }
    if (type == OptionalDouble.class || type == OptionalInt.class) {
      return optionalNumber(type);
    }
    if (type.isEnum()) {
      return word(type);
    }
    if (type.isRecord()) {
      return RecordCodec.of(type, (RecordComponent part) -> of(part.getGenericType(), Map.of()));
    }
    if (type.isSealed()) {
      return FamilyCodec.of(
          type, List.of(type.getPermittedSubclasses()), member -> of(member, Map.of()));
    }
    throw new IllegalArgumentException("no codec for " + type.getName());
  }

  private ValueCodec optionalNumber(Class<?> type) {
    if (type == OptionalDouble.class) {
      Function<OptionalDouble, Optional<Double>> boxed =
          value -> value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
      Function<Optional<Double>, OptionalDouble> unboxed =
          value -> value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
      return new SubstituteCodec<>(
          new Containers.Maybe(of(Double.class, Map.of())), boxed, unboxed);
    }
    Function<OptionalInt, Optional<Integer>> boxed =
        value -> value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    Function<Optional<Integer>, OptionalInt> unboxed =
        value -> value.map(OptionalInt::of).orElse(OptionalInt.empty());
    return new SubstituteCodec<>(new Containers.Maybe(of(Integer.class, Map.of())), boxed, unboxed);
  }

  private static ValueCodec word(Class<?> type) {
    Map<String, Object> words = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(((Enum<?>) constant).name(), constant);
    }
    return new TextCodec<Object>(
        constant -> ((Enum<?>) constant).name(),
        name -> {
          if (!words.containsKey(name)) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " is " + name);
          }
          return words.get(name);
        });
  }
}
