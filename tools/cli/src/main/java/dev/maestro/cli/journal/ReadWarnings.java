package dev.maestro.cli.journal;

import dev.maestro.embedded.journal.row.PnlCheck;
import dev.maestro.embedded.journal.row.ReadCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What of a reading a person should look at before a weight is believed, one sentence each. */
final class ReadWarnings {
  /** Returns above 1 in more than this part of the rows want an explanation. */
  private static final double MANY = 0.01;

  private static final int NAMED = 5;
  private static final String OWN = "maestro";

  private final ReadScreen screen;
  private final List<String> sentences = new ArrayList<>();

  private ReadWarnings(ReadScreen screen) {
    this.screen = screen;
  }

  static List<String> of(ReadScreen screen) {
    ReadWarnings warnings = new ReadWarnings(screen);
    warnings.returns();
    warnings.pnl();
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

  private void pnl() {
    PnlCheck check = counts().pnlCheck();
    List<PnlCheck.Factor> factors = check.factors();
    if (check.isPercent()) {
      add(
          "realized_pnl is the move in percent or as a fraction, not money: say which column is"
              + " the money with --map 'realized_pnl=Column'");
    } else if (!factors.isEmpty()) {
      factors.stream().limit(NAMED).forEach(factor -> add(sentence(factor)));
      if (factors.size() > NAMED) {
        add((factors.size() - NAMED) + " more symbols are like that");
      }
    } else if (check.agreed() * 2 < check.checked()) {
      add(
          "in "
              + (check.checked() - check.agreed())
              + " of "
              + check.checked()
              + " trades the P&L is not quantity x (exit - entry) x multiplier, even give or take"
              + " costs: look at the columns above; a contract or lot of more than one unit is"
              + " said with --multiplier SYMBOL=N");
    }
  }

  private static String sentence(PnlCheck.Factor factor) {
    String symbol = factor.symbol().isBlank() ? "*" : factor.symbol();
    return String.format(
        Locale.ROOT,
        "the P&L of %s is %s times quantity x (exit - entry) x multiplier in nearly all of %d"
            + " trades: say --multiplier '%s=%s' if that is what one unit of it holds, or what its"
            + " currency is worth",
        factor.symbol().isBlank() ? "the file" : factor.symbol(),
        number(factor.factor()),
        factor.trades(),
        symbol,
        number(factor.mend()));
  }

  /** A whole number where it is nearly one: fees make 50 to 49.7. */
  private static String number(double value) {
    double whole = Math.rint(value);
    return whole >= 1 && Math.abs(value - whole) <= 0.02 * whole
        ? String.format(Locale.ROOT, "%.0f", whole)
        : String.format(Locale.ROOT, "%.4g", value);
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
