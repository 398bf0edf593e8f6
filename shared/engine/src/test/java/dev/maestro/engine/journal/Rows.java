package dev.maestro.engine.journal;

import dev.maestro.engine.journal.TradeReading.Usable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Journal rows for tests: one usable trade, changed field by field. */
public final class Rows {
  /** The time at which the rows are read. */
  public static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");

  private Rows() {}

  /** A trade of agent A that earned 2 on a capital of 100. */
  public static Map<String, Object> usable() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("trade_id", "t1");
    row.put("agent_id", "A");
    row.put("closed_at", "2026-01-30T10:00:00Z");
    row.put("realized_pnl", "2");
    row.put("entry_price", "50");
    row.put("quantity", "2");
    return row;
  }

  /** The usable trade with one field changed. */
  public static Map<String, Object> with(String field, Object value) {
    Map<String, Object> row = usable();
    row.put(field, value);
    return row;
  }

  /** The usable trade with one field left out. */
  public static Map<String, Object> without(String field) {
    Map<String, Object> row = usable();
    row.remove(field);
    return row;
  }

  /** What the reader makes of a row. */
  public static TradeReading read(Map<String, ?> row) {
    return TradeReader.read(RawTrade.of(row), "doc-7", NOW);
  }

  /** The trade of a row that is usable. */
  public static Trade trade(Map<String, ?> row) {
    if (read(row) instanceof Usable usable) {
      return usable.trade();
    }
    throw new AssertionError("not usable: " + read(row));
  }
}
