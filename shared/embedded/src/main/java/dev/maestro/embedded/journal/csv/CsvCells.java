package dev.maestro.embedded.journal.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.row.JournalRow;
import java.util.Arrays;

/**
 * The current row of a CSV file, filled field by field by the parser; one object for all rows. An
 * empty field is an absent one.
 */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells.Line> {
  /**
   * A row as it stands.
   *
   * @param fields how many it has
   */
  record Line(long line, int fields) {}

  private final ColumnPlan plan;
  private final Current row;
  private final boolean keepsText;
  private final StringBuilder text = new StringBuilder();
  private boolean endsEmpty;
  private boolean beginsTable;
  private String firstCell = "";

  CsvCells(ColumnPlan plan, boolean keepsText) {
    this.plan = plan;
    this.row = new Current(plan);
    this.keepsText = keepsText;
    this.beginsTable = !plan.format().ends().isEmpty();
  }

  /** The row that was read last. */
  JournalRow row() {
    return row;
  }

  /** True if its last field is empty. */
  boolean endsEmpty() {
    return endsEmpty;
  }

  /** Its first field, where the format knows titles that end a table. */
  String firstCell() {
    return firstCell;
  }

  @Override
  protected void handleBegin(long line) {
    Arrays.fill(row.cells(), null);
    text.setLength(0);
    firstCell = "";
  }

  @Override
  protected void handleField(int column, char[] cell, int offset, int length, boolean quoted) {
    endsEmpty = length == 0;
    if (keepsText) {
      append(column, new String(cell, offset, length));
    }
    if (beginsTable && column == 0) {
      firstCell = new String(cell, offset, length);
    }
    int slot = plan.slot(column);
    if (slot >= 0 && length > 0) {
      row.cells()[slot] = plan.reader(slot).read(cell, offset, length);
    }
  }

  @Override
  protected Line buildRecord() {
    return new Line(getStartingLineNumber(), getFieldCount());
  }

  private void append(int column, String cell) {
    text.append(column == 0 ? "" : ",");
    boolean isSpecial = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    text.append(isSpecial ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
  }

  /** The row whose cells these are. */
  private final class Current extends JournalRow {
    Current(ColumnPlan plan) {
      super(plan);
    }

    @Override
    public String text() {
      return text.toString();
    }
  }
}
