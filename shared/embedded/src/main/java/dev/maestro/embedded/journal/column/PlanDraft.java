package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.CellReader;
import dev.maestro.embedded.journal.cell.FieldSource;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan while it is made: which column has which slot, which field which source. */
final class PlanDraft {
  private final HeaderLookup lookup;
  private final int[] slotOfColumn;
  private final List<CellReader> readers = new ArrayList<>();
  private final Map<TradeField, FieldSource> sources = new EnumMap<>(TradeField.class);
  private final Map<TradeField, String> columns = new EnumMap<>(TradeField.class);
  private final Map<TradeField, Integer> places = new EnumMap<>(TradeField.class);
  private final List<FieldUse> uses = new ArrayList<>();

  PlanDraft(HeaderLookup lookup) {
    this.lookup = lookup;
    this.slotOfColumn = new int[lookup.header().size()];
    Arrays.fill(slotOfColumn, -1);
  }

  HeaderLookup lookup() {
    return lookup;
  }

  /** The slot of a column; the first who asks says how its cells are read. */
  int slot(int column, CellReader reader) {
    if (slotOfColumn[column] < 0) {
      slotOfColumn[column] = readers.size();
      readers.add(reader);
    }
    return slotOfColumn[column];
  }

  Optional<FieldSource> source(TradeField field) {
    return Optional.ofNullable(sources.get(field));
  }

  void put(TradeField field, FieldSource source) {
    sources.put(field, source);
  }

  /** Says which column a field is read from. */
  void name(TradeField field, int column) {
    columns.put(field, lookup.header().get(column));
    places.put(field, column);
  }

  /** The slot of the column that a field is read from, -1 if it is read from none. */
  int slotOf(TradeField field) {
    Integer column = places.get(field);
    return column == null ? -1 : slotOfColumn[column];
  }

  int[] slotOfColumn() {
    return slotOfColumn;
  }

  CellReader[] readers() {
    return readers.toArray(new CellReader[0]);
  }

  Map<TradeField, FieldSource> sources() {
    return sources;
  }

  Map<TradeField, String> columns() {
    return columns;
  }

  List<FieldUse> uses() {
    return uses;
  }
}
