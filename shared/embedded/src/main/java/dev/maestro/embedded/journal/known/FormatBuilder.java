package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.CostColumn;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.FillRule;
import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.NumberStyle;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.format.WordRule;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one entry of the table of formats; names of columns are written as in the export. */
final class FormatBuilder {
  private final String name;
  private final String title;
  private final String source;
  private final List<ColumnName> signature = new ArrayList<>();
  private final Map<TradeField, List<ColumnName>> columns = new EnumMap<>(TradeField.class);
  private final List<CostColumn> costs = new ArrayList<>();
  private final List<WordRule> states = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private Optional<WordRule> side = Optional.empty();
  private Optional<ColumnName> costBasis = Optional.empty();
  private Optional<ColumnName> cancelled = Optional.empty();
  private Optional<FillRule> fills = Optional.empty();
  private MultiplierRule multiplier = MultiplierRule.ASSUMED;
  private NumberStyle numbers = NumberStyle.PLAIN;
  private String costNote = "";
  private boolean isClosingSide;
  private boolean ownIds;

  private FormatBuilder(String name, String title, String source) {
    this.name = name;
    this.title = title;
    this.source = source;
  }

  static FormatBuilder format(String name, String title, String source) {
    return new FormatBuilder(name, title, source);
  }

  FormatBuilder signature(String... names) {
    signature.addAll(names(names));
    return this;
  }

  FormatBuilder agent(String... names) {
    return field(TradeField.AGENT_ID, names);
  }

  FormatBuilder field(TradeField field, String... names) {
    columns.computeIfAbsent(field, f -> new ArrayList<>()).addAll(names(names));
    return this;
  }

  FormatBuilder time(TradeField field, TimeRule rule, String... names) {
    List<ColumnName> known = columns.computeIfAbsent(field, f -> new ArrayList<>());
    for (String written : names) {
      known.add(ColumnName.of(written, rule));
    }
    return this;
  }

  FormatBuilder closedAt(TimeRule rule, String... names) {
    return time(TradeField.CLOSED_AT, rule, names);
  }

  FormatBuilder openedAt(TimeRule rule, String... names) {
    return time(TradeField.OPENED_AT, rule, names);
  }

  FormatBuilder prices(List<String> entry, List<String> exit) {
    field(TradeField.ENTRY_PRICE, entry.toArray(String[]::new));
    return field(TradeField.EXIT_PRICE, exit.toArray(String[]::new));
  }

  FormatBuilder quantity(String... names) {
    return field(TradeField.QUANTITY, names);
  }

  FormatBuilder symbol(String... names) {
    return field(TradeField.SYMBOL, names);
  }

  /** A P&amp;L that contains every cost; the note is for people. */
  FormatBuilder netPnl(String note, String... names) {
    costNote = note;
    return field(TradeField.REALIZED_PNL, names);
  }

  /** A P&amp;L before the costs that stand in columns of their own. */
  FormatBuilder grossPnl(String... names) {
    costNote = "subtracted from the gross P&L";
    return field(TradeField.REALIZED_PNL, names);
  }

  /** Columns of costs, whatever their sign. */
  FormatBuilder costs(String... names) {
    names(names).forEach(column -> costs.add(new CostColumn(column, CostColumn.Kind.COST)));
    return this;
  }

  /** Columns in which a cost is negative and income positive. */
  FormatBuilder signedCosts(String... names) {
    names(names).forEach(column -> costs.add(new CostColumn(column, CostColumn.Kind.SIGNED)));
    return this;
  }

  /** A column whose fee is a fraction of what was traded. */
  FormatBuilder feeFraction(String name) {
    costs.add(new CostColumn(ColumnName.of(name, TimeRule.ISO), CostColumn.Kind.FRACTION));
    return this;
  }

  /** A row whose first cell is one of these words ends the table. */
  FormatBuilder endsAt(String... titles) {
    ends.addAll(List.of(titles));
    return this;
  }

  FormatBuilder id(String... names) {
    return field(TradeField.TRADE_ID, names);
  }

  /** Ids that begin anew with every agent. */
  FormatBuilder idOfAgent(String... names) {
    ownIds = true;
    return id(names);
  }

  FormatBuilder side(String column, List<String> longWords, List<String> shortWords) {
    return side(List.of(column), longWords, shortWords);
  }

  FormatBuilder side(List<String> column, List<String> longWords, List<String> shortWords) {
    Map<String, Meaning> meaning = new HashMap<>();
    longWords.forEach(word -> meaning.put(word, Meaning.LONG));
    shortWords.forEach(word -> meaning.put(word, Meaning.SHORT));
    side = Optional.of(rule(column, meaning, Optional.empty()));
    return this;
  }

  /** A side may be blank: then the sign of the quantity says it. */
  FormatBuilder unsaid() {
    side =
        side.map(
            rule -> {
              Map<String, Meaning> words = new HashMap<>(rule.meaning());
              words.put("", Meaning.TRADE);
              return new WordRule(rule.columns(), words, rule.others());
            });
    return this;
  }

  /** The sign is that of the closing order: a sale closed a long. */
  FormatBuilder closingSide() {
    isClosingSide = true;
    return this;
  }

  FormatBuilder costBasis(String column) {
    costBasis = Optional.of(ColumnName.of(column, TimeRule.ISO));
    return this;
  }

  FormatBuilder states(List<String> column, Map<String, Meaning> meaning) {
    states.add(rule(column, meaning, Optional.empty()));
    return this;
  }

  /** A column in which only some words mean something; every other is a trade's. */
  FormatBuilder onlyStates(List<String> column, Map<String, Meaning> meaning) {
    states.add(rule(column, meaning, Optional.of(Meaning.TRADE)));
    return this;
  }

  /** A statement of several tables, each row of which begins with the name of its table. */
  FormatBuilder table(String column, String word) {
    states.add(rule(List.of(column), Map.of(word, Meaning.TRADE), Optional.of(Meaning.OTHER)));
    return this;
  }

  FormatBuilder multiplier(MultiplierRule rule, String... names) {
    multiplier = rule;
    return field(TradeField.MULTIPLIER, names);
  }

  FormatBuilder numbers(NumberStyle style) {
    numbers = style;
    return this;
  }

  /** The column of the trade that a cancelling or correcting row takes back. */
  FormatBuilder cancels(String column) {
    cancelled = Optional.of(ColumnName.of(column, TimeRule.ISO));
    return this;
  }

  FormatBuilder lists(String... paths) {
    lists.addAll(List.of(paths));
    return this;
  }

  FormatBuilder fills() {
    fills = Optional.of(FillRule.FIFO);
    return this;
  }

  FormatBuilder fills(List<String> group, List<String> effect, Map<String, Meaning> meaning) {
    fills =
        Optional.of(
            new FillRule(
                names(group.toArray(String[]::new)),
                Optional.of(rule(effect, meaning, Optional.empty())),
                FillRule.ACCOUNTS));
    return this;
  }

  /** Executions of which each market has its own holding. */
  FormatBuilder fillsOf(String market) {
    fills = Optional.of(new FillRule(List.of(), Optional.empty(), names(market)));
    return this;
  }

  ExportFormat build() {
    return new ExportFormat(
        name,
        title,
        source,
        signature,
        columns,
        side,
        isClosingSide,
        costBasis,
        ownIds,
        costs,
        costNote,
        multiplier,
        states,
        numbers,
        lists,
        ends,
        cancelled,
        fills);
  }

  private static WordRule rule(
      List<String> column, Map<String, Meaning> meaning, Optional<Meaning> others) {
    return new WordRule(names(column.toArray(String[]::new)), meaning, others);
  }

  private static List<ColumnName> names(String... written) {
    List<ColumnName> names = new ArrayList<>();
    for (String each : written) {
      names.add(ColumnName.of(each, TimeRule.ISO));
    }
    return names;
  }
}
