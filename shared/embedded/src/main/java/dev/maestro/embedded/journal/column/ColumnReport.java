package dev.maestro.embedded.journal.column;

import java.util.List;

/**
 * What is read from which column.
 *
 * @param format the name of the format
 * @param title the program and what it exports
 * @param fields the fields that are read, in the order of the journal
 * @param multiplier the number and where it comes from
 * @param costs what the P&amp;L contains, what is subtracted
 * @param unusedCosts columns that look like costs and are not read
 * @param zone of times without an offset
 * @param unused the other columns, which are not read
 * @param doubts sentences about those of them that may have been meant for a field
 */
public record ColumnReport(
    String format,
    String title,
    List<FieldUse> fields,
    String multiplier,
    String costs,
    List<String> unusedCosts,
    String zone,
    List<String> unused,
    List<String> doubts) {
  /** Keeps its own lists. */
  public ColumnReport {
    fields = List.copyOf(fields);
    unusedCosts = List.copyOf(unusedCosts);
    unused = List.copyOf(unused);
    doubts = List.copyOf(doubts);
  }
}
