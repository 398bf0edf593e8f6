package dev.maestro.engine.signal;

import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The fields that only an entry needs. What is wrong with them is kept as an error, because an exit
 * must pass all the same.
 */
record EntryFields(
    Optional<BigDecimal> allocation,
    Optional<BigDecimal> confidence,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    boolean opensShort,
    Optional<String> error) {

  /** Collects the first fault while the fields are read. */
  private static final class Reading {
    private final Fields fields;
    private Optional<String> error = Optional.empty();

    Reading(Fields fields) {
      this.fields = fields;
    }

    Optional<BigDecimal> number(String key, Predicate<BigDecimal> valid, String rule) {
      Optional<Object> value = fields.get(key);
      Optional<BigDecimal> number = value.flatMap(Decimals::read).filter(valid);
      return value.isPresent() && number.isEmpty() ? fault(key, rule) : number;
    }

    <T> Optional<T> fault(String key, String rule) {
      error = error.or(() -> Optional.of(key + " must be " + rule));
      return Optional.empty();
    }

    boolean flag(String key) {
      Optional<Object> value = fields.get(key);
      if (value.filter(given -> !(given instanceof Boolean)).isPresent()) {
        fault(key, "true or false");
      }
      return value.filter(Boolean.TRUE::equals).isPresent();
    }
  }

  static EntryFields read(Fields fields) {
    Reading reading = new Reading(fields);
    Optional<BigDecimal> allocation =
        reading.number("allocation", EntryFields::isFraction, "a number from 0 to 1");
    Optional<BigDecimal> confidence =
        reading.number("confidence", EntryFields::isFraction, "a number from 0 to 1");
    Optional<BigDecimal> price =
        reading.number("price", number -> number.signum() > 0, "a number above 0");
    Optional<BigDecimal> stopPrice =
        reading.number("stop_price", number -> number.signum() > 0, "a number above 0");
    boolean opensShort = reading.flag("opens_short");
    return new EntryFields(allocation, confidence, price, stopPrice, opensShort, reading.error);
  }

  private static boolean isFraction(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
  }
}
