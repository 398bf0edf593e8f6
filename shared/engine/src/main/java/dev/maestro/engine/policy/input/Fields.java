package dev.maestro.engine.policy.input;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Typed fields of an untyped map; what is of the wrong type or range is unreadable. */
record Fields(Map<?, ?> values) {
  /** Any field. */
  <T> Reading<T> reading(String key, Function<Object, Optional<T>> read) {
    Object given = values.get(key);
    if (given == null) {
      return Reading.absent();
    }
    return new Reading<>(true, read.apply(given));
  }

  Reading<Double> number(String key) {
    return reading(key, Fields::finite);
  }

  Reading<Fraction> fraction(String key) {
    return reading(key, given -> finite(given).flatMap(Fraction::ofValid));
  }

  Reading<Integer> count(String key) {
    return reading(key, given -> whole(given).filter(count -> count >= 0));
  }

  <E extends Enum<E>> Reading<E> word(String key, Class<E> set) {
    return reading(key, given -> Words.read(set, given));
  }

  Reading<Boolean> truth(String key) {
    return reading(
        key, given -> given instanceof Boolean truth ? Optional.of(truth) : Optional.empty());
  }

  Optional<Percent> percent(String key) {
    return number(key).value().map(Percent::new);
  }

  OptionalInt integer(String key) {
    Optional<Integer> whole = reading(key, Fields::whole).value();
    return whole.isPresent() ? OptionalInt.of(whole.get()) : OptionalInt.empty();
  }

  private static Optional<Double> finite(Object given) {
    return Decimals.read(given).map(BigDecimal::doubleValue);
  }

  /** A number without a fractional part; beyond the range of int it is its nearest end. */
  private static Optional<Integer> whole(Object given) {
    return finite(given)
        .filter(number -> StrictMath.rint(number) == number)
        .map(number -> (int) number.doubleValue());
  }
}
