package dev.maestro.embedded.journal.plan;

import dev.maestro.embedded.journal.RowSink;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeReading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first reading of a journal: which usable row of each trade is the last, and so the one that
 * counts; later rows that are open or cannot be used change nothing. Every document is then written
 * once, however often the file corrects it.
 */
public final class JournalPlan implements RowSink {
  private final TradeIds ids = new TradeIds();
  private final Map<String, Long> lastLines = new HashMap<>();
  private final Map<String, Rejection> rejections = new LinkedHashMap<>();
  private long rows;
  private long open;
  private long usable;

  @Override
  public void accept(TradeReading reading, long line) {
    rows++;
    if (reading instanceof TradeReading.Rejected rejected) {
      rejections.remove(rejected.tradeId());
      rejections.put(
          rejected.tradeId(), Rejection.ofLine(rejected.tradeId(), rejected.reason(), line));
    }
  }

  @Override
  public void accept(TradeReading reading, long line, RawTrade row) {
    accept(reading, line);
    open += reading instanceof TradeReading.Open ? 1 : 0;
    usable += reading instanceof TradeReading.Usable ? 1 : 0;
    String id = ids.of(reading, line, row);
    if (reading instanceof TradeReading.Usable) {
      lastLines.put(id, line);
      rejections.remove(TradeIds.ownOf(reading));
    }
  }

  /** True for the row that counts among those of its trade. */
  public boolean isLast(String tradeId, long line) {
    return lastLines.getOrDefault(tradeId, -1L) == line;
  }

  /** One per trade, in the order of their rows: a usable row takes back what came before it. */
  public List<Rejection> rejections() {
    return List.copyOf(rejections.values());
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
