package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.cell.CellHint;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeField;
import java.util.Optional;

/** The current row of a file: the cells that its plan looks at, in their slots. */
public abstract class JournalRow implements RawTrade {
  private static final int SHOWN = 40;

  private final ColumnPlan plan;
  private final Object[] cells;

  /** A row of a plan, empty yet. */
  protected JournalRow(ColumnPlan plan) {
    this.plan = plan;
    this.cells = new Object[plan.slots()];
  }

  /** How its cells become fields. */
  public final ColumnPlan plan() {
    return plan;
  }

  /** Its cells, to be filled. */
  public final Object[] cells() {
    return cells;
  }

  @Override
  public Optional<Object> field(TradeField field) {
    return plan.field(field, cells);
  }

  /** What was traded; blank if the row does not say it. */
  public final String symbol() {
    Optional<Object> symbol = field(TradeField.SYMBOL);
    return symbol.isPresent() ? symbol.get().toString() : "";
  }

  /** The row as it stands in the file; blank if the sink did not ask for it. */
  public abstract String text();

  /** The column of a field and what stands in it, as people look for it. */
  final String found(TradeField field) {
    String value = field(field).map(Object::toString).orElse("");
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return plan.column(field) + ": '" + shown + "'" + CellHint.of(field, value);
  }
}
