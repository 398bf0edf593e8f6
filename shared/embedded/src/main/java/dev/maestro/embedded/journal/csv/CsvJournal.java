package dev.maestro.embedded.journal.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.embedded.journal.row.RowTaker;
import dev.maestro.embedded.journal.source.CsvLineRule;
import dev.maestro.embedded.journal.source.LineGate;
import dev.maestro.embedded.journal.source.ReadProgress;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A journal as CSV: a header, then one row per record. */
public final class CsvJournal {
  private final CsvHead head;
  private final ColumnPlan plan;
  private final RowTaker intake;

  /** The rows behind a header. */
  public CsvJournal(CsvHead head, ColumnPlan plan, RowTaker intake) {
    this.head = head;
    this.plan = plan;
    this.intake = intake;
  }

  /** Reads all rows of a stream that starts at the first line of the file. */
  public void read(InputStream bytes, boolean keepsText, ReadProgress progress) {
    CsvCells cells = new CsvCells(plan, keepsText);
    LineGate gate =
        new LineGate(bytes, new CsvLineRule(head.separator(), plan.header().size()), progress);
    CsvReader<CsvCells.Line> records =
        CsvReader.builder()
            .fieldSeparator(head.separator())
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(2 * LineGate.MAX_LINE)
            .build(cells, gate, StandardCharsets.UTF_8);
    records.skipLines((int) head.line());
    for (CsvCells.Line record : records) {
      passHeld(gate, record.line());
      if (plan.format().ends().contains(cells.firstCell().strip().toLowerCase(Locale.ROOT))) {
        return;
      }
      if (isComplete(record.fields(), cells.endsEmpty()) || isOther(cells)) {
        intake.row(cells.row(), record.line());
      } else {
        intake.broken(
            cells.row(),
            record.line(),
            record.fields() + " fields, the header has " + plan.header().size());
      }
    }
    passHeld(gate, Long.MAX_VALUE);
  }

  /** One empty field more than the header, or one less than a header that ends with a separator. */
  private boolean isComplete(int fields, boolean endsEmpty) {
    int columns = plan.header().size();
    return fields == columns
        || (fields == columns + 1 && endsEmpty)
        || (fields == columns - 1 && plan.header().get(columns - 1).isBlank());
  }

  /** A row of another table of the same statement, which the format tells apart by a word. */
  private boolean isOther(CsvCells cells) {
    return plan.state(cells.row().cells()).filter(said -> said == Meaning.OTHER).isPresent();
  }

  private void passHeld(LineGate gate, long before) {
    for (Optional<LineGate.HeldLine> held = gate.nextHeldBefore(before);
        held.isPresent();
        held = gate.nextHeldBefore(before)) {
      if (held.get().line() > head.line()) {
        intake.broken(held.get().line(), held.get().reason(), "");
      }
    }
  }
}
