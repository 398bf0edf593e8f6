package dev.maestro.embedded.journal.format;

/**
 * A column of costs that the P&amp;L of an export does not contain yet.
 *
 * @param column where it stands
 * @param kind what its numbers say
 */
public record CostColumn(ColumnName column, Kind kind) {
  /** What the numbers of a column of costs say. */
  public enum Kind {
    /** Every amount is a cost, whatever its sign. */
    COST,
    /** A cost is negative, income positive: swaps. */
    SIGNED,
    /** Hummingbot's {@code {'percent': 0.001, 'flat_fees': []}}: a fraction of what was traded. */
    FRACTION
  }
}
