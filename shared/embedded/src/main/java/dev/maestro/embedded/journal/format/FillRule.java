package dev.maestro.embedded.journal.format;

import java.util.List;
import java.util.Optional;

/**
 * How the executions of an export become trades. Their time, price, quantity and fee stand in the
 * columns of closed_at, entry_price, quantity and the costs; a P&amp;L, where the export reports
 * one, in that of realized_pnl.
 *
 * @param group the column of a position whose executions belong together; empty: they are matched
 *     per agent and symbol, first in first out
 * @param effect which executions open (OPEN) and which close (TRADE); empty: whatever meets a
 *     holding of the other side closes it
 */
public record FillRule(List<ColumnName> group, Optional<WordRule> effect) {
  /** Matched per agent and symbol, first in first out. */
  public static final FillRule FIFO = new FillRule(List.of(), Optional.empty());

  /** Keeps its own list. */
  public FillRule {
    group = List.copyOf(group);
  }
}
