package dev.maestro.engine.capital.drift;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a snapshot shows of one symbol, all its rows together.
 *
 * @param quantity signed
 * @param size what the rows hold, whatever their sign
 * @param worth what that cost
 */
record ShownTotal(BigDecimal quantity, BigDecimal size, BigDecimal worth) {
  /** No row, which is as much as a row of 0. */
  static final ShownTotal NOTHING =
      new ShownTotal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  static ShownTotal of(ShownPosition position) {
    BigDecimal quantity = position.quantity().orElseThrow();
    BigDecimal price = position.price().orElseThrow();
    return new ShownTotal(quantity, quantity.abs(), quantity.abs().multiply(price));
  }

  ShownTotal plus(ShownTotal other) {
    return new ShownTotal(
        quantity.add(other.quantity), size.add(other.size), worth.add(other.worth));
  }

  /** Signed, to the places that are kept. */
  Quantity total() {
    return Quantity.rounded(quantity);
  }

  /** What a part of it cost, at the mean price of its rows. */
  Money costOf(Quantity part) {
    BigDecimal cost = worth.multiply(part.value());
    return size.signum() == 0
        ? Money.ZERO
        : Money.rounded(cost.divide(size, MathContext.DECIMAL128));
  }
}
