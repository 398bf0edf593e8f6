package dev.maestro.bench;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Journal rows as a store hands them over: decimals as text, times as instants. */
final class SampleRows {
  private static final Instant FIRST_CLOSE = Instant.parse("2026-01-05T14:30:00Z");

  private SampleRows() {}

  /** Rows of one agent, one trade every ten minutes. */
  static List<Map<TradeField, Object>> of(AgentId agent, int count) {
    SplittableRandom random = new SplittableRandom(agent.value().hashCode());
    List<Map<TradeField, Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Map<TradeField, Object> row = new EnumMap<>(TradeField.class);
      row.put(TradeField.TRADE_ID, agent + "-" + i);
      row.put(TradeField.AGENT_ID, agent.value());
      row.put(TradeField.CLOSED_AT, FIRST_CLOSE.plusSeconds(600L * i));
      row.put(TradeField.ENTRY_PRICE, decimal(random.nextLong(1_000, 90_000), 2));
      row.put(TradeField.QUANTITY, decimal(random.nextLong(1, 500), 0));
      row.put(TradeField.REALIZED_PNL, decimal(random.nextLong(-900_000, 1_100_000), 4));
      rows.add(row);
    }
    return rows;
  }

  static RawTrade raw(Map<TradeField, Object> row) {
    return field -> java.util.Optional.ofNullable(row.get(field));
  }

  private static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).toPlainString();
  }
}
