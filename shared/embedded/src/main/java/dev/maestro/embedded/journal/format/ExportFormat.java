package dev.maestro.embedded.journal.format;

import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.engine.journal.TradeField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One known export: how its file is recognised and what its columns mean. Adding one is an entry in
 * {@link KnownFormats} and a case file.
 *
 * @param name for {@code --format}
 * @param title the program and what is exported
 * @param source the public documentation or sample that the columns are taken from
 * @param signature the columns that tell the export from every other; all have to be there
 * @param columns of each field, the first that is there; a field may also stand under the journal's
 *     own name
 * @param side the column that says long or short, where the quantity has no sign
 * @param isClosingSide true if the sign is that of the order that closed the trade
 * @param costBasis the column of what was paid for what was closed, where no column is the entry
 *     price
 * @param ownIds true if the trade ids are unique for one agent only, so that the agent is part of
 *     them
 * @param costs that the P&amp;L does not contain
 * @param costNote what the P&amp;L contains, for people
 * @param multiplier where no column has one
 * @param states columns that say which rows are closed trades
 * @param numbers how numbers are written
 * @param lists where the rows stand in JSON: names of members by slash, {@code *} for any name
 * @param ends titles in the first cell of a row that end the table
 * @param cancelled the column of the id that a cancelling or correcting row takes back
 * @param fills present if the rows are executions
 */
public record ExportFormat(
    String name,
    String title,
    String source,
    List<ColumnName> signature,
    Map<TradeField, List<ColumnName>> columns,
    Optional<WordRule> side,
    boolean isClosingSide,
    Optional<ColumnName> costBasis,
    boolean ownIds,
    List<CostColumn> costs,
    String costNote,
    MultiplierRule multiplier,
    List<WordRule> states,
    NumberStyle numbers,
    List<String> lists,
    List<String> ends,
    Optional<ColumnName> cancelled,
    Optional<FillRule> fills) {
  /** Keeps its own tables. */
  public ExportFormat {
    signature = List.copyOf(signature);
    columns = Map.copyOf(columns);
    costs = List.copyOf(costs);
    states = List.copyOf(states);
    lists = List.copyOf(lists);
    ends = List.copyOf(ends);
  }

  /** True if a header, as compared names, has every column of the signature. */
  public boolean isSigned(List<String> keys) {
    return signature.stream().allMatch(column -> column.in(keys).isPresent());
  }

  /** True if a column of a field is part of the signature. */
  public boolean isNeeded(TradeField field) {
    return signature.stream().anyMatch(of(field)::contains);
  }

  /** True if some field, cost or state stands in a column of this compared name. */
  public boolean knows(String key) {
    return Stream.of(
            columns.values().stream().flatMap(List::stream),
            costs.stream().map(CostColumn::column),
            states.stream().flatMap(rule -> rule.columns().stream()),
            side.stream().flatMap(rule -> rule.columns().stream()))
        .flatMap(names -> names)
        .anyMatch(name -> HeaderName.matches(name.name(), key));
  }

  /** The columns of a field, best first. */
  public List<ColumnName> of(TradeField field) {
    return columns.getOrDefault(field, List.of());
  }

  /** True if a trade id is made of several columns, each of which has to be there. */
  public boolean hasJoinedId() {
    return of(TradeField.TRADE_ID).size() > 1;
  }
}
