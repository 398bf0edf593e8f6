package dev.maestro.embedded.journal.plan;

import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The first reading of a journal: which usable row of each trade is the last, and so the one that
 * counts; later rows that are open or cannot be used change nothing. Every document is then written
 * once, however often the file corrects it.
 */
public final class JournalPlan implements RowSink {
  private final TradeIds ids = new TradeIds();
  private final Map<String, Last> lastRows = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Rejection.Log rejections = new Rejection.Log();
  private long rows;
  private long corrections;
  private long repeats;
  private long open;
  private long usable;

  /**
   * The row of a trade that counts.
   *
   * @param symbol blank if it says none
   * @param content a hash of what it says
   */
  public record Last(long line, String agent, String symbol, int content) {}

  /**
   * A row that gives an earlier trade another agent or another symbol.
   *
   * @param before the line of the earlier row
   * @param line its own
   */
  public record Change(String tradeId, long before, long line) {}

  @Override
  public void accept(TradeReading reading, long line) {
    rows++;
    if (reading instanceof TradeReading.Rejected rejected) {
      rejections.add(rejected, line);
    }
  }

  @Override
  public void accept(TradeReading reading, long line, JournalRow row) {
    accept(reading, line);
    open += reading instanceof TradeReading.Open ? 1 : 0;
    usable += reading instanceof TradeReading.Usable ? 1 : 0;
    String id = ids.of(reading, line, row);
    if (reading instanceof TradeReading.Usable usable) {
      put(id, new Last(line, usable.trade().agentId(), row.symbol(), content(usable.trade())));
      rejections.takeBack(TradeIds.ownOf(reading));
    }
  }

  /** True for the row that counts among those of its trade. */
  public boolean isLast(String tradeId, long line) {
    Last last = lastRows.get(tradeId);
    return last != null && last.line() == line;
  }

  private void put(String id, Last last) {
    Last before = lastRows.put(id, last);
    boolean isSame =
        before != null
            && before.content() == last.content()
            && before.agent().equals(last.agent())
            && before.symbol().equals(last.symbol());
    if (isSame) {
      repeats++;
    } else if (before != null) {
      corrections++;
      if (!before.agent().equals(last.agent()) || !before.symbol().equals(last.symbol())) {
        changes.add(new Change(id, before.line(), last.line()));
      }
    }
  }

  /** The row that counts of each trade, by its id. */
  public Map<String, Last> trades() {
    return Collections.unmodifiableMap(lastRows);
  }

  /** Rows that took the place of an earlier one of the same trade. */
  public long corrections() {
    return corrections;
  }

  /** Rows that say again what an earlier one of the same trade says. */
  public long repeats() {
    return repeats;
  }

  private static int content(Trade trade) {
    return Objects.hash(
        trade.closedAt(),
        trade.realizedPnl().stripTrailingZeros(),
        trade.entryPrice().stripTrailingZeros(),
        trade.quantity().stripTrailingZeros(),
        trade.multiplier().stripTrailingZeros());
  }

  /** Those of them that say another agent or another symbol, in file order. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * One per trade, in the order of their rows, as far as they are kept: a usable row takes back
   * what came before it.
   */
  public List<Rejection> rejections() {
    return rejections.kept();
  }

  /** How many rejections stand, those that are not kept too; 0 or more. */
  public long rejectionCount() {
    return rejections.count();
  }

  /** All rows read, 0 or more. */
  public long rows() {
    return rows;
  }

  /** Rows of trades that are not closed, 0 or more. */
  public long open() {
    return open;
  }

  /** Rows that a weight can stand on, 0 or more; a corrected trade has several. */
  public long usable() {
    return usable;
  }
}
