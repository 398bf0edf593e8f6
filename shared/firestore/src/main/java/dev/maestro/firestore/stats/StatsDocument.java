package dev.maestro.firestore.stats;

import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.OlderTrades;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code tenants/{t}/maestro/stats}. What is written is read back as it was, but for parts of a
 * microsecond; above 4,000 trades or 900 KiB the oldest are dropped into {@code older}, never below
 * the newest 200, and {@link RollingTrades#isCompleteAt} tells.
 */
public final class StatsDocument {
  /** The document below its tenant. */
  public static final String PATH = "maestro/stats";

  static final int MAX_TRADES = 4000;
  private static final int MIN_TRADES = 200;

  private StatsDocument() {}

  /**
   * Reads the document.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field and the mend
   */
  public static TenantStats read(StoredFields fields) {
    RollingTrades trades =
        new RollingTrades(
            ClosedTrades.of(TradeColumns.read(fields.map("trades"))), older(fields.map("older")));
    List<EquityPoint> equity = new ArrayList<>();
    for (StoredFields point : fields.maps("equity")) {
      equity.add(new EquityPoint(point.time("at"), point.decimal("equity")));
    }
    return new TenantStats(
        trades,
        fields.optionalTime("watermark"),
        equity,
        readThrottleMemory(fields),
        fields.time("updated_at"));
  }

  /**
   * Reads what the throttle remembers, which no journal can give back; the rest may be broken.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field and the mend
   */
  public static SortedMap<StrategyId, ThrottleMemory> readThrottleMemory(StoredFields fields) {
    SortedMap<StrategyId, ThrottleMemory> memory = new TreeMap<>();
    for (StoredFields row : fields.require("throttle_memory").maps("throttle_memory")) {
      StrategyId.of(row.text("strategy")).ifPresent(id -> memory.put(id, memory(row)));
    }
    return memory;
  }

  /**
   * The fields of the document, typed for the store.
   *
   * @throws RefusedByStoreException if even the newest 200 trades are too large
   */
  public static Map<String, Object> fields(TenantStats stats) {
    for (int kept = MAX_TRADES; kept >= MIN_TRADES; kept /= 2) {
      Map<String, Object> fields = fields(stats, stats.trades().keepingAtMost(kept));
      if (StoredSize.of(fields) <= StoredSize.LIMIT) {
        return fields;
      }
    }
    throw new RefusedByStoreException(
        PATH + " would be larger than 900 KiB with 200 trades: use shorter trade ids");
  }

  private static Map<String, Object> fields(TenantStats stats, RollingTrades trades) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("trades", TradeColumns.fields(trades.recent().newestFirst()));
    fields.put("older", fields(trades.older()));
    fields.put("watermark", stats.watermark());
    List<Map<String, Object>> equity = new ArrayList<>();
    stats.equity().forEach(point -> equity.add(Map.of("at", point.at(), "equity", point.equity())));
    fields.put("equity", equity);
    List<Map<String, Object>> memory = new ArrayList<>();
    stats.throttleMemory().forEach((strategy, held) -> memory.add(fields(strategy, held)));
    fields.put("throttle_memory", memory);
    fields.put("updated_at", stats.updatedAt());
    return StoredValue.map(fields);
  }

  private static Map<String, Object> fields(OlderTrades older) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("first", older.first());
    fields.put("last", older.last());
    fields.put("last_profit", older.lastProfit());
    fields.put("ending_losses", (long) older.endingLosses());
    fields.put("realized_pnl", older.realizedPnl());
    return fields;
  }

  private static OlderTrades older(StoredFields fields) {
    return new OlderTrades(
        fields.optionalTime("first"),
        fields.optionalTime("last"),
        fields.optionalTime("last_profit"),
        Math.toIntExact(fields.whole("ending_losses")),
        fields.decimal("realized_pnl"));
  }

  private static Map<String, Object> fields(StrategyId strategy, ThrottleMemory memory) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("strategy", strategy.value());
    fields.put("mode", memory.mode());
    fields.put("decided_at", memory.decidedAt());
    fields.put("last_closed_day", memory.lastClosedDay());
    fields.put("looser_mode", memory.looser().map(ThrottleMemory.Looser::mode));
    fields.put("looser_days", memory.looser().map(looser -> (long) looser.closedDays()));
    return fields;
  }

  private static ThrottleMemory memory(StoredFields row) {
    Optional<ThrottleMemory.Looser> looser =
        row.has("looser_mode")
            ? Optional.of(
                new ThrottleMemory.Looser(
                    row.word("looser_mode", ThrottleMode.class),
                    Math.toIntExact(row.whole("looser_days"))))
            : Optional.empty();
    return new ThrottleMemory(
        row.word("mode", ThrottleMode.class),
        row.time("decided_at"),
        row.optionalDay("last_closed_day"),
        looser);
  }
}
