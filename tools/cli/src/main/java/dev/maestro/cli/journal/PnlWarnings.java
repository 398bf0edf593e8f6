package dev.maestro.cli.journal;

import dev.maestro.embedded.journal.pnl.PnlCheck;
import dev.maestro.embedded.journal.pnl.SignCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person should look at where P&amp;L and prices do not agree, one sentence each. */
final class PnlWarnings {
  private static final int NAMED = 5;

  private final PnlCheck check;
  private final List<String> sentences = new ArrayList<>();

  private PnlWarnings(PnlCheck check) {
    this.check = check;
  }

  static List<String> of(PnlCheck check) {
    PnlWarnings warnings = new PnlWarnings(check);
    warnings.sentences.addAll(ofSigns(check.signs()));
    warnings.size();
    warnings.far();
    return warnings.sentences;
  }

  /** What is said of P&amp;L whose sign is not that of the prices; empty if nothing is. */
  static List<String> ofSigns(SignCheck signs) {
    if (signs.isMinusLost()) {
      return List.of(
          "no P&L of the file is below 0, though "
              + signs.gainsOfFalls()
              + " trades lost by their prices: a minus or the brackets of losses are missing; name"
              + " the column that has them with --map 'realized_pnl=Column'");
    }
    String mend =
        signs.isUnsaid()
            ? "no column says long or short, and a quantity without a sign is long: name the side"
                + " with --map 'side=Column' or 'side=:SHORT', or write a short with a negative"
                + " quantity"
            : "look at the column of the side (long, short), and at the sign of realized_pnl";
    List<String> sentences = new ArrayList<>();
    for (SignCheck.Turned turned : signs.turned().stream().limit(NAMED).toList()) {
      sentences.add(
          "in "
              + turned.turned()
              + " of "
              + turned.checked()
              + " trades"
              + (turned.instrument().isBlank() ? "" : " of " + turned.instrument())
              + " the P&L has the other sign than quantity x (exit - entry): "
              + mend);
    }
    return sentences;
  }

  private void size() {
    List<PnlCheck.Factor> factors = check.factors();
    if (check.isPercent()) {
      sentences.add(
          "realized_pnl is the move in percent or as a fraction, not money: say which column is"
              + " the money with --map 'realized_pnl=Column'");
    } else if (check.isPoints()) {
      sentences.add(
          "realized_pnl is the move in points, without the multiplier, and not money: say which"
              + " column is the money with --map 'realized_pnl=Column'");
    } else if (!factors.isEmpty()) {
      factors.stream().limit(NAMED).forEach(factor -> sentences.add(sentence(factor)));
      if (factors.size() > NAMED) {
        sentences.add((factors.size() - NAMED) + " more symbols are like that");
      }
    } else if (check.isInDoubt()) {
      sentences.add(
          "in "
              + (check.checked() - check.agreed())
              + " of "
              + check.checked()
              + " trades the P&L is not quantity x (exit - entry) x multiplier, even give or take"
              + " costs: look at the columns above; a contract or lot of more than one unit is"
              + " said with --multiplier SYMBOL=N");
    }
  }

  /** Too few for a factor of their symbol, and so far from their prices that one is wrong. */
  private void far() {
    if (check.isPercent() || check.isPoints()) {
      return;
    }
    List<String> named = check.factors().stream().map(PnlCheck.Factor::instrument).toList();
    boolean isTold = check.isInDoubt() && named.isEmpty();
    Map<String, Double> rest = isTold || named.contains("") ? Map.of() : check.far().without(named);
    rest.entrySet().stream()
        .limit(NAMED)
        .forEach(
            far ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "a trade%s gained or lost %s times quantity x (exit - entry) x multiplier:"
                            + " if that is what a contract or lot of it holds, say it with"
                            + " --multiplier SYMBOL=N",
                        far.getKey().isBlank() ? "" : " of " + far.getKey(),
                        number(far.getValue()))));
    if (rest.size() > NAMED) {
      sentences.add((rest.size() - NAMED) + " more symbols have such trades");
    }
  }

  private static String sentence(PnlCheck.Factor factor) {
    String symbol = factor.instrument().isBlank() ? "*" : factor.instrument();
    return String.format(
        Locale.ROOT,
        "the P&L of %s is %s times quantity x (exit - entry) x multiplier in nearly all of %d"
            + " trades: say --multiplier '%s=%s' if that is what one unit of it holds, or what its"
            + " currency is worth",
        factor.instrument().isBlank() ? "the file" : factor.instrument(),
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
}
