package dev.maestro.cli.journal;

import dev.maestro.embedded.journal.column.ColumnReport;
import dev.maestro.embedded.journal.row.ReadCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What of a reading a person should look at before a weight is believed, one sentence each. */
final class ReadWarnings {
  /** Returns above 1 in more than this part of the rows want an explanation. */
  private static final double MANY = 0.01;

  private static final String OWN = "maestro";

  private final ReadScreen screen;
  private final List<String> sentences = new ArrayList<>();

  private ReadWarnings(ReadScreen screen) {
    this.screen = screen;
  }

  static List<String> of(ReadScreen screen) {
    ReadWarnings warnings = new ReadWarnings(screen);
    warnings.returns();
    PnlWarnings.of(warnings.counts().pnlCheck()).forEach(warnings::add);
    warnings.costs();
    warnings.corrections();
    warnings.counts().remarks().forEach(warnings::add);
    return warnings.sentences;
  }

  private ReadCounts counts() {
    return screen.report().counts();
  }

  private void add(String sentence) {
    sentences.add("warning: " + sentence);
  }

  private void returns() {
    if (counts().aboveOne() > counts().closed() * MANY) {
      add(
          String.format(
              Locale.ROOT,
              "%d of %d trades gained or lost more than their whole capital; the"
                  + " multiplier is %s: if a contract or lot is more than one unit, say"
                  + " --multiplier SYMBOL=N",
              counts().aboveOne(),
              counts().closed(),
              screen.report().columns().multiplier()));
    }
  }

  /** Names that say net do not make it so: prices that give the P&L to the last digit say gross. */
  private void costs() {
    ColumnReport columns = screen.report().columns();
    boolean isOwn = columns.format().equals(OWN);
    if (isOwn && !columns.unusedCosts().isEmpty() && counts().pnlCheck().isBeforeCosts()) {
      String names = String.join(",", columns.unusedCosts());
      add(
          "realized_pnl is quantity x (exit - entry) x multiplier to the last digit in every trade,"
              + " so nothing of "
              + names
              + " is in it: if they hold costs, say --map 'costs="
              + names
              + "'");
    }
  }

  private void corrections() {
    if (screen.changed() > 0) {
      add(
          screen.changed()
              + " rows have the trade id of an earlier row of another agent or symbol and took its"
              + " place: give ids that are unique in the journal, or read each file with an"
              + " --id-prefix of its own");
    } else if (screen.corrected() > 0 && !screen.report().columns().format().equals(OWN)) {
      add(
          screen.corrected()
              + " rows have the trade id of an earlier row and took its place, as corrections do:"
              + " if they are parts of one position, name a column that is unique with --map"
              + " 'trade_id=Column'");
    }
  }
}
