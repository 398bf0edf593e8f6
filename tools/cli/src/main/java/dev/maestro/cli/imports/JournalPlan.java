package dev.maestro.cli.imports;

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
final class JournalPlan implements RowSink {
  private final TradeId ids = new TradeId();
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
    String id = tradeId(reading, line, row, ids);
    if (reading instanceof TradeReading.Usable) {
      lastLines.put(id, line);
      rejections.remove(id(reading));
    }
  }

  /** True for the row that counts among those of its trade. */
  boolean isLast(String tradeId, long line) {
    return lastLines.getOrDefault(tradeId, -1L) == line;
  }

  /** The trade id of a row, its own or one made of its content. */
  static String tradeId(TradeReading reading, long line, RawTrade row, TradeId ids) {
    String id = id(reading);
    return id.equals("line:" + line) ? ids.ofContent(row) : id;
  }

  private static String id(TradeReading reading) {
    if (reading instanceof TradeReading.Usable usable) {
      return usable.trade().tradeId();
    }
    return reading instanceof TradeReading.Open open
        ? open.tradeId()
        : ((TradeReading.Rejected) reading).tradeId();
  }

  /** One per trade, in the order of their rows: a usable row takes back what came before it. */
  List<Rejection> rejections() {
    return List.copyOf(rejections.values());
  }

  long rows() {
    return rows;
  }

  long open() {
    return open;
  }

  long usable() {
    return usable;
  }
}
