package dev.maestro.engine.policy.profile;

import dev.maestro.engine.form.Words;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a parameter may be: numbers are read as exact decimals, words as constants.
 *
 * @param expectation completes "must be", e.g. from 0 to 1
 * @param read empty if the value is none
 */
record ValueRule(String expectation, Function<Object, Optional<Object>> read) {
  static ValueRule number(String min, String max) {
    return new ValueRule(
        "a number from " + min + " to " + max, given -> within(given, min, max).map(v -> v));
  }

  static ValueRule whole(int min, int max) {
    return new ValueRule(
        "a whole number from " + min + " to " + max,
        given ->
            within(given, String.valueOf(min), String.valueOf(max))
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(number -> number.setScale(0)));
  }

  static <E extends Enum<E>> ValueRule word(Class<E> set) {
    return new ValueRule(Words.list(set), given -> Words.read(set, given).map(v -> v));
  }

  private static Optional<BigDecimal> within(Object given, String min, String max) {
    return Decimals.read(given)
        .filter(number -> number.compareTo(new BigDecimal(min)) >= 0)
        .filter(number -> number.compareTo(new BigDecimal(max)) <= 0);
  }
}
