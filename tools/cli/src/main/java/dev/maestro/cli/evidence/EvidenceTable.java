package dev.maestro.cli.evidence;

import dev.maestro.cli.Plural;
import dev.maestro.cli.TextTable;
import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evidence as people read it: a table, and a sentence beside every silence. */
final class EvidenceTable {
  static final List<String> HEADER =
      List.of(
          "agent",
          "strategy",
          "trades",
          "Sharpe",
          "PSR",
          "DSR",
          "needs",
          "days",
          "expected",
          "negative",
          "word");

  private static final String UNKNOWN = "-";
  private static final int TEXTS = 2;

  private EvidenceTable() {}

  /** The table and its sentences. */
  static List<String> lines(List<EvidenceLine> lines) {
    List<List<String>> rows = lines.stream().map(EvidenceTable::cells).toList();
    List<String> text = new ArrayList<>(TextTable.lines(HEADER, rows, TEXTS));
    text.add("");
    lines.forEach(line -> text.add(sentence(line)));
    return text;
  }

  /** One row, in the order of {@link #HEADER}. */
  static List<String> cells(EvidenceLine line) {
    Optional<EvidenceFigures> figures = line.opinion().map(EvidenceOpinion::figures);
    return List.of(
        line.agent().value(),
        line.strategy().value(),
        String.valueOf(line.trades()),
        line.record()
            .map(known -> format("%.2f +- %.2f", known.sharpe(), known.error()))
            .orElse(UNKNOWN),
        line.record().map(known -> format("%.3f", known.psr())).orElse(UNKNOWN),
        line.record().map(known -> format("%.3f", known.dsr())).orElse(UNKNOWN),
        line.record().map(EvidenceTable::needed).orElse(UNKNOWN),
        figures.map(known -> String.valueOf(known.days())).orElse(UNKNOWN),
        figures.map(known -> format("%.2f", known.expectedSharpe())).orElse(UNKNOWN),
        figures.map(known -> format("%.0f %%", 100 * known.probabilityNegative())).orElse(UNKNOWN),
        figures.map(known -> known.word().name()).orElse(UNKNOWN));
  }

  /** The trades that it takes; no number does for who does not earn. */
  private static String needed(TradeEvidence record) {
    return record.needed().isPresent()
        ? format("%.0f", Math.ceil(record.needed().getAsDouble()))
        : UNKNOWN;
  }

  /** What may be concluded, and until when nothing can be. */
  static String sentence(EvidenceLine line) {
    if (line.opinion().isEmpty()) {
      return line.strategy().value() + ": nothing is kept yet: run snapshot";
    }
    EvidenceFigures figures = line.opinion().get().figures();
    String beginning = line.strategy().value() + ": ";
    if (figures.word() != EvidenceWord.UNDECIDED) {
      return beginning + figures.word() + " after " + Plural.of(figures.days(), "day");
    }
    int more = line.moreDays().orElse(0);
    return beginning
        + Plural.of(figures.days(), "day")
        + ": this could have caught a dead agent in "
        + format("%.0f", 100 * figures.detection())
        + " % of cases; "
        + (more == 0
            ? "a dead one would have been told by now"
            : Plural.of(more, "more day") + " until it could be told");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
