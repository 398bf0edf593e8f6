package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeField;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The trades of a file that other rows of it cancel or correct. They may stand before or behind
 * those rows, so the file is looked at for them first.
 */
public final class TakenBack implements RowTaker {
  private final ColumnPlan plan;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> met = new HashSet<>();

  /** Looks at the rows of one file. */
  public TakenBack(ColumnPlan plan) {
    this.plan = plan;
  }

  @Override
  public void row(JournalRow row, long line) {
    if (!plan.takesBack(row.cells())) {
      return;
    }
    Optional<String> id = plan.cancelled(row.cells()).filter(name -> plan.hasIds());
    boolean isNone = plan.state(row.cells()).filter(said -> said == Meaning.OTHER).isPresent();
    if (id.isEmpty() && isNone) {
      return;
    }
    if (id.isEmpty()) {
      throw new JournalFileException(
          "line "
              + line
              + " cancels or corrects a trade and does not say which: export with the columns"
              + " TradeID and OrigTradeID, or remove both rows");
    }
    ids.add(id.get());
  }

  /** Passes on every row that no other row takes back, and none that only does so. */
  public RowTaker without(RowTaker next, ReadCounts counts) {
    met.clear();
    return new RowTaker() {
      @Override
      public void row(JournalRow row, long line) {
        String id = row.field(TradeField.TRADE_ID).map(Object::toString).orElse("").strip();
        if (ids.contains(id)) {
          met.add(id);
          counts.addOther();
        } else {
          next.row(row, line);
        }
      }

      @Override
      public void broken(JournalRow row, long line, String found) {
        next.broken(row, line, found);
      }

      @Override
      public void broken(long line, RejectReason reason, String found) {
        next.broken(line, reason, found);
      }
    };
  }

  /** What the reading has to tell of them; empty if the file has none. */
  public Optional<String> remark() {
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Set<String> unmet = new HashSet<>(ids);
    unmet.removeAll(met);
    return Optional.of(
        ids.size()
            + " trades were cancelled or corrected by rows that name them, and are left out"
            + (unmet.isEmpty()
                ? ""
                : "; the file does not have "
                    + unmet.size()
                    + " of them ("
                    + unmet.stream().sorted().limit(5).toList()
                    + "), so look where they are"));
  }
}
