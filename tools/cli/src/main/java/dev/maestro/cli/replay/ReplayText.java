package dev.maestro.cli.replay;

import dev.maestro.cli.TextTable;
import dev.maestro.embedded.replay.ApartSleeves;
import dev.maestro.embedded.replay.ReplayFlight;
import dev.maestro.embedded.replay.ReplayLine;
import dev.maestro.engine.evidence.paired.AnytimeInterval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A replay as people read it: a table, and whether anything was shown. */
final class ReplayText {
  static final List<String> HEADER =
      List.of(
          "scheme",
          "throttle",
          "growth",
          "Sharpe",
          "PSR",
          "worst drawdown",
          "turnover a year",
          "cost",
          "largest",
          "a row against EQUAL, in bps");

  private static final String UNKNOWN = "-";
  private static final int TEXTS = 2;
  private static final double BASIS_POINTS = 10_000;

  private ReplayText() {}

  static List<String> table(List<ReplayLine> lines) {
    return TextTable.lines(HEADER, lines.stream().map(ReplayText::cells).toList(), TEXTS);
  }

  /** One row, in the order of {@link #HEADER}. */
  static List<String> cells(ReplayLine line) {
    return List.of(
        line.flight().scheme().name(),
        line.flight().throttle().name(),
        percent(line.growth()),
        line.sharpe()
            .map(sharpe -> format("%.2f +- %.2f", sharpe, line.sharpeError().orElseThrow()))
            .orElse(UNKNOWN),
        line.psr().map(psr -> format("%.3f", psr)).orElse(UNKNOWN),
        percent(line.worstDrawdown()),
        format("%.1f", line.turnover()),
        percent(line.paid()),
        percent(line.largest()),
        difference(line));
  }

  private static String difference(ReplayLine line) {
    return line.effect()
        .map(
            effect ->
                effect.mean() == 0 && effect.squares() == 0
                    ? "the same"
                    : format("%+.2f", effect.mean() * BASIS_POINTS)
                        + line.interval().map(ReplayText::ends).orElse(" (too few to tell)"))
        .orElse(UNKNOWN);
  }

  private static String ends(AnytimeInterval interval) {
    return format(
        " (%+.2f to %+.2f)", interval.low() * BASIS_POINTS, interval.high() * BASIS_POINTS);
  }

  /** Whether anything was shown, in a sentence. */
  static String conclusion(List<ReplayLine> lines) {
    String ruined = ruined(lines);
    if (lines.stream().anyMatch(l -> l.isRuined() && l.flight().equals(ReplayFlight.NULL))) {
      return ruined + "With EQUAL lost there is nothing to compare with.";
    }
    String better = names(lines, AnytimeInterval::isGain);
    String worse = names(lines, AnytimeInterval::isLoss);
    if (better.isEmpty() && worse.isEmpty()) {
      return ruined
          + (ruined.isEmpty() ? "Nothing was shown" : "Of the others nothing was shown")
          + ": no interval of a difference to EQUAL leaves 0 out.";
    }
    return ruined
        + (better.isEmpty() ? "" : "Shown to be better than EQUAL: " + better + ". ")
        + (worse.isEmpty() ? "" : "Shown to be worse than EQUAL: " + worse + ". ")
        + "Each interval is wrong in at most 1 of 20 cases, however often one looks, but for"
        + " itself alone.";
  }

  /** Said first: a loss of everything has no interval that could show it. */
  private static String ruined(List<ReplayLine> lines) {
    String names =
        lines.stream()
            .filter(ReplayLine::isRuined)
            .map(line -> line.flight().label())
            .collect(Collectors.joining("; "));
    return names.isEmpty() ? "" : "Lost everything: " + names + ". ";
  }

  private static String names(List<ReplayLine> lines, Predicate<AnytimeInterval> isShown) {
    return lines.stream()
        .filter(line -> line.interval().filter(isShown).isPresent())
        .map(ReplayLine::flight)
        .map(ReplayFlight::label)
        .collect(Collectors.joining("; "));
  }

  /** What a sleeve that is never touched ends with. */
  static String sleeve(ApartSleeves apart, double sleeve) {
    return format(
        "%s with a sleeve of %.0f %% in equal weights that is never rebalanced ends at %.4f of the"
            + " start; no path could end it below the sleeve's own %.4f.",
        apart.scheme(), 100 * sleeve, apart.end(), apart.floor());
  }

  /** A file of one agent leaves a scheme nothing to choose. */
  static Optional<String> single(List<String> agents) {
    return agents.size() == 1
        ? Optional.of(
            "There is one agent, "
                + agents.get(0)
                + ": schemes and throttles differ only in how much of the money they give to it.")
        : Optional.empty();
  }

  static String percent(double fraction) {
    return format("%.1f %%", 100 * fraction);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
