package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.fill.Execution;
import dev.maestro.embedded.journal.fill.FillBook;
import dev.maestro.embedded.journal.fill.RoundTrip;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the rows of an export of executions and gives the trades that they make. */
final class FillIntake {
  /** What a row of executions is. */
  sealed interface Taken {
    /** An execution, with the trades that it completes. */
    record Trades(List<RoundTrip> trips) implements Taken {}

    /** What cannot be used. */
    record Refused(RejectReason reason, String found) implements Taken {}
  }

  private final ColumnPlan plan;
  private final FillBook book = new FillBook();

  FillIntake(ColumnPlan plan) {
    this.plan = plan;
  }

  FillBook book() {
    return book;
  }

  Taken take(JournalRow row, long line) {
    Optional<Object> agent =
        row.field(TradeField.AGENT_ID).filter(name -> !name.toString().isBlank());
    if (agent.isEmpty()) {
      return refused(RejectReason.MISSING_AGENT, row, TradeField.AGENT_ID);
    }
    Optional<Instant> at =
        row.field(TradeField.CLOSED_AT).filter(Instant.class::isInstance).map(Instant.class::cast);
    if (at.isEmpty()) {
      return refused(RejectReason.BAD_TIME_CLOSED_AT, row, TradeField.CLOSED_AT);
    }
    Optional<BigDecimal> price = number(row, TradeField.ENTRY_PRICE).filter(p -> p.signum() > 0);
    if (price.isEmpty()) {
      return refused(RejectReason.BAD_NUMBER_ENTRY_PRICE, row, TradeField.ENTRY_PRICE);
    }
    Optional<BigDecimal> quantity = number(row, TradeField.QUANTITY).filter(q -> q.signum() != 0);
    if (quantity.isEmpty()) {
      return refused(RejectReason.BAD_NUMBER_QUANTITY, row, TradeField.QUANTITY);
    }
    Optional<Object> said = row.field(TradeField.MULTIPLIER);
    Optional<BigDecimal> multiplier =
        said.map(Decimals::read).orElse(Optional.of(BigDecimal.ONE)).filter(m -> m.signum() > 0);
    if (multiplier.isEmpty()) {
      return refused(RejectReason.BAD_NUMBER_MULTIPLIER, row, TradeField.MULTIPLIER);
    }
    Optional<Meaning> side = plan.side(row.cells());
    int sign = side.map(s -> s == Meaning.SHORT ? -1 : 1).orElse(quantity.get().signum());
    BigDecimal units = quantity.get().abs();
    BigDecimal traded = units.multiply(price.get()).multiply(multiplier.get());
    Object fee = plan.costs(row.cells(), traded);
    boolean isClose = plan.effect(row.cells()).filter(e -> e == Meaning.TRADE).isPresent();
    Optional<BigDecimal> pnl = isClose ? number(row, TradeField.REALIZED_PNL) : Optional.empty();
    boolean lacksPnl = isClose && pnl.isEmpty() && row.field(TradeField.REALIZED_PNL).isPresent();
    if (!(fee instanceof BigDecimal cost) || lacksPnl) {
      return lacksPnl
          ? refused(RejectReason.BAD_NUMBER_REALIZED_PNL, row, TradeField.REALIZED_PNL)
          : new Taken.Refused(RejectReason.BAD_NUMBER_REALIZED_PNL, fee.toString());
    }
    String id = row.field(TradeField.TRADE_ID).map(Object::toString).map(String::strip).orElse("");
    Execution execution =
        new Execution(
            id,
            line,
            agent.get().toString(),
            row.symbol(),
            at.get(),
            sign,
            units,
            price.get(),
            multiplier.get(),
            cost,
            pnl,
            row.text());
    return new Taken.Trades(trips(row, execution, isClose));
  }

  private List<RoundTrip> trips(JournalRow row, Execution execution, boolean isClose) {
    if (!plan.hasGroups()) {
      return book.add(execution).stream().toList();
    }
    String position = plan.group(row.cells()).map(Object::toString).orElse("");
    return isClose ? book.close(position, execution) : book.open(position, execution);
  }

  private static Optional<BigDecimal> number(JournalRow row, TradeField field) {
    return row.field(field).flatMap(Decimals::read);
  }

  private static Taken refused(RejectReason reason, JournalRow row, TradeField field) {
    return new Taken.Refused(reason, row.found(field));
  }
}
