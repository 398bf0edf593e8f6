package dev.maestro.embedded.journal.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the executions of an export become trades. Their time, price, quantity and fee stand in the
 * columns of closed_at, entry_price, quantity and the costs; a P&amp;L, where the export reports
 * one, in that of realized_pnl.
 *
 * @param group the column of a position whose executions belong together; empty: they are matched
 *     per agent and symbol, first in first out
 * @param effect which executions open (OPEN) and which close (TRADE); empty: whatever meets a
 *     holding of the other side closes it
 * @param apart the columns of an account or a market: what one holds another cannot close; none of
 *     them has to be there
 */
public record FillRule(List<ColumnName> group, Optional<WordRule> effect, List<ColumnName> apart) {
  /** Columns of the account, as exports of several accounts name them. */
  public static final List<ColumnName> ACCOUNTS =
      Stream.of("ClientAccountID", "AccountId", "Account")
          .map(name -> ColumnName.of(name, TimeRule.ISO))
          .toList();

  /** Matched per agent, account and symbol, first in first out. */
  public static final FillRule FIFO = new FillRule(List.of(), Optional.empty(), ACCOUNTS);

  /** Keeps its own lists. */
  public FillRule {
    group = List.copyOf(group);
    apart = List.copyOf(apart);
  }
}
