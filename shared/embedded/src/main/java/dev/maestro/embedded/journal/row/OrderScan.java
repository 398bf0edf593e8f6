package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.TradeField;
import java.time.Instant;

/** Looks at the times of executions before they are matched: which of them come first. */
public final class OrderScan implements RowTaker {
  private final ColumnPlan plan;
  private final FillOrder.Scan scan = new FillOrder.Scan();

  /** Looks at the rows of one reading. */
  public OrderScan(ColumnPlan plan) {
    this.plan = plan;
  }

  @Override
  public void row(JournalRow row, long line) {
    if (plan.state(row.cells()).filter(said -> said == Meaning.TRADE).isPresent()) {
      row.field(TradeField.CLOSED_AT)
          .filter(Instant.class::isInstance)
          .ifPresent(at -> scan.add((Instant) at));
    }
  }

  /** The order of all rows so far. */
  public FillOrder order() {
    return scan.order();
  }
}
