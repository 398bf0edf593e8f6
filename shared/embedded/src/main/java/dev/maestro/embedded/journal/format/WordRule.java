package dev.maestro.embedded.journal.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A column whose words say what a row is: closed, still open, no trade at all, long, short. A word
 * that the rule does not know is never taken for one that it knows.
 *
 * @param columns the names of the column, the first that is there
 * @param meaning of each word, in lower case; {@code buy *} stands for every text that begins with
 *     {@code buy} and a blank
 * @param others what every other word means, where the format says so
 */
public record WordRule(
    List<ColumnName> columns, Map<String, Meaning> meaning, Optional<Meaning> others) {
  /** What a word says. */
  public enum Meaning {
    /** The row is a trade like any other. */
    TRADE,
    /** The trade is still open: left out. */
    OPEN,
    /** The row is no closed trade: a deposit, an order, an opening execution; left out. */
    OTHER,
    /** The row takes back the trade that it names, and is none itself. */
    CANCELS,
    /** The row is a trade and takes the place of the one that it names. */
    CORRECTS,
    /** What was traded was held long. */
    LONG,
    /** What was traded was held short. */
    SHORT;

    /** True if another row does not count because of this one. */
    public boolean isTakeBack() {
      return this == CANCELS || this == CORRECTS;
    }
  }

  /** Keeps its own tables. */
  public WordRule {
    columns = List.copyOf(columns);
    meaning = Map.copyOf(meaning);
  }

  /** What a word says; empty if nobody knows. */
  public Optional<Meaning> of(String word) {
    String text = word.strip().toLowerCase(Locale.ROOT);
    Meaning whole = meaning.get(text);
    if (whole != null) {
      return Optional.of(whole);
    }
    if (text.indexOf(';') >= 0) {
      for (String code : text.split(";", -1)) {
        Meaning said = meaning.get(code.strip());
        if (said != null && said.isTakeBack()) {
          return Optional.of(said);
        }
      }
    }
    int blank = text.indexOf(' ');
    Meaning first = blank < 0 ? null : meaning.get(text.substring(0, blank) + " *");
    return first == null ? others : Optional.of(first);
  }

  /** True if some of the words take back another row. */
  public boolean mayTakeBack() {
    return meaning.values().stream().anyMatch(Meaning::isTakeBack);
  }

  /** The same words, each of which leaves a row what it is. */
  public WordRule asKnown() {
    Map<String, Meaning> known = new HashMap<>(meaning);
    known.replaceAll((word, said) -> Meaning.TRADE);
    return new WordRule(columns, known, others);
  }
}
