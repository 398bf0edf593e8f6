package dev.maestro.engine.signal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyVersion;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The fields that an exit can do without. What is wrong with them is kept as an error, because an
 * exit must pass all the same.
 */
record EntryFields(
    Optional<BigDecimal> allocation,
    Optional<BigDecimal> confidence,
    Optional<BigDecimal> price,
    Optional<BigDecimal> stopPrice,
    boolean opensShort,
    Optional<StrategyVersion> version,
    Optional<String> error) {

  /** Nothing is said. */
  static final EntryFields NONE = read(Fields.EMPTY);

  static EntryFields read(Fields fields) {
    Errors errors = new Errors();
    return new EntryFields(
        errors.read(SignalForm.ALLOCATION, fields),
        errors.read(SignalForm.CONFIDENCE, fields),
        errors.read(SignalForm.PRICE, fields),
        errors.read(SignalForm.STOP_PRICE, fields),
        errors.read(SignalForm.OPENS_SHORT, fields),
        errors.read(SignalForm.VERSION, fields),
        errors.first);
  }

  /**
   * Why the stop cannot stop: that of a BUY lies below the price, that of a SELL above. Without a
   * price of its own nothing is told here.
   */
  Optional<String> stopError(Action action) {
    if (price.isEmpty() || stopPrice.isEmpty()) {
      return Optional.empty();
    }
    int side = stopPrice.get().compareTo(price.get());
    boolean isBuy = action == Action.BUY;
    boolean stops = isBuy ? side < 0 : side > 0;
    return stops || (action != Action.BUY && action != Action.SELL)
        ? Optional.empty()
        : Optional.of(
            SignalForm.STOP_PRICE.name()
                + " must be "
                + (isBuy ? "below" : "above")
                + " the price "
                + price.get().toPlainString()
                + ", got "
                + stopPrice.get().toPlainString());
  }

  /** Collects the first fault while the fields are read. */
  private static final class Errors {
    private Optional<String> first = Optional.empty();

    <V> V read(Field<Signal, V> field, Fields fields) {
      try {
        return field.in(fields);
      } catch (UnreadableValueException fault) {
        first = first.or(() -> Optional.of(field.name() + " must be " + field.rule()));
        return field.in(Fields.EMPTY);
      }
    }
  }
}
