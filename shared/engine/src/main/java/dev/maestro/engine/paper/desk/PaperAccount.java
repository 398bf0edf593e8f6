package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.claim.account.AccountReport;
import dev.maestro.engine.claim.body.AccountBody;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperPosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A book as a feeder would show it. Equity is cash and what is held at its marks. Buying power is
 * equity less the worth of all that is held, longs and shorts alike: without shorts that is the
 * cash, and what a short brought in buys nothing.
 */
final class PaperAccount {
  private PaperAccount() {}

  /** The account as a feeder would put it; empty where something that is held has no mark. */
  static Optional<AccountReport> report(PaperBook book, Instant asOf) {
    Money equity = book.cash();
    Money gross = Money.ZERO;
    SortedMap<Symbol, Quantity> held = new TreeMap<>();
    for (PaperPosition position : book.positions()) {
      Symbol symbol = position.key().symbol();
      Optional<BigDecimal> mark = book.mark(symbol);
      if (mark.isEmpty()) {
        return Optional.empty();
      }
      Money worth = position.worth(mark.get());
      equity = equity.plus(worth);
      gross = gross.plus(worth.max(worth.negated()));
      held.merge(symbol, position.signed(), Quantity::plus);
    }
    return Optional.of(
        AccountBody.report(
            Fields.of(
                "the book on paper",
                Map.of(
                    "equity", equity.value(),
                    "buying_power", equity.minus(gross).value(),
                    "as_of", asOf,
                    "positions", rows(book, held)))));
  }

  /** What nets to nothing is no position; what is worth nothing has no price and is none either. */
  private static List<Map<String, Object>> rows(PaperBook book, SortedMap<Symbol, Quantity> held) {
    List<Map<String, Object>> rows = new ArrayList<>();
    held.forEach(
        (symbol, quantity) -> {
          if (quantity.signum() != 0) {
            averagePrice(book, symbol, quantity.signum())
                .ifPresent(
                    price ->
                        rows.add(
                            Map.of(
                                "symbol", symbol.value(),
                                "quantity", quantity.value(),
                                "avg_price", price)));
          }
        });
    return rows;
  }

  /** Of what is held on one side; its mark where that is worth nothing. */
  private static Optional<BigDecimal> averagePrice(PaperBook book, Symbol symbol, int sign) {
    Money cost = Money.ZERO;
    Quantity quantity = Quantity.ZERO;
    for (PaperPosition position : book.positions()) {
      if (position.key().symbol().equals(symbol) && position.opened().sign() == sign) {
        cost = cost.plus(position.cost());
        quantity = quantity.plus(position.quantity());
      }
    }
    BigDecimal average =
        cost.value().divide(quantity.value(), Quantity.PLACES, RoundingMode.HALF_EVEN);
    return average.signum() > 0 ? Optional.of(average) : book.mark(symbol);
  }
}
