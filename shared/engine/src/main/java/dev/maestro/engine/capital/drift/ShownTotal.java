package dev.maestro.engine.capital.drift;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What a snapshot shows of one symbol, all its rows together.
 *
 * @param quantity signed, of any precision
 * @param rows none is as much as a row of 0
 */
record ShownTotal(BigDecimal quantity, List<ShownPosition> rows) {
  /** Nothing is shown. */
  static final ShownTotal NOTHING = new ShownTotal(BigDecimal.ZERO, List.of());

  static ShownTotal of(ShownPosition row) {
    return new ShownTotal(row.quantity().orElseThrow(), List.of(row));
  }

  ShownTotal plus(ShownTotal other) {
    List<ShownPosition> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    return new ShownTotal(quantity.add(other.quantity), all);
  }

  /** Signed, to the places that are kept. */
  Quantity total() {
    return Quantity.rounded(quantity);
  }

  /** What a part of it cost, at the mean price of its rows. */
  Money costOf(Quantity part) {
    BigDecimal size = BigDecimal.ZERO;
    BigDecimal worth = BigDecimal.ZERO;
    for (ShownPosition row : rows) {
      BigDecimal held = row.quantity().orElseThrow().abs();
      size = size.add(held);
      worth = worth.add(held.multiply(row.price().orElseThrow()));
    }
    return size.signum() == 0
        ? Money.ZERO
        : Money.rounded(worth.multiply(part.value()).divide(size, MathContext.DECIMAL128));
  }
}
