package dev.maestro.firestore.weights;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.reweigh.JournalTrade;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * {@code users/{uid}/maestro/performance}, format 1: the settings and the windows, each as four
 * lists of one length. Settings and windows are read apart: what cannot be read is absent, and is
 * read from the journal or the tenant instead.
 */
final class PerformanceDocument {
  static final long FORMAT = 1;

  /** When news of a trade changed nothing that is stored here, the last time. */
  static final String TOUCHED_AT = "touched_at";

  private PerformanceDocument() {}

  static Map<String, Object> fields(WeightsCommit commit) {
    List<Object> windows = new ArrayList<>();
    commit.windows().byAgent().forEach((agent, window) -> windows.add(window(agent, window)));
    List<Object> rejected = new ArrayList<>();
    for (Rejection rejection : commit.windows().rejections().values()) {
      rejected.add(rejected(rejection));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", FORMAT);
    fields.put("tenant_id", commit.owner());
    fields.put("revision", commit.revision());
    fields.put("config", config(commit.config()));
    fields.put("windows", windows);
    fields.put("rejected", rejected);
    fields.put("updated_at", commit.at());
    return StoredValue.map(fields);
  }

  /** Settings under the names they are read by. */
  static Map<String, Object> config(WeightsConfig config) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agent_ids", config.agentIds().stream().map(AgentId::value).toList());
    fields.put("lookback_trades", (long) config.lookbackTrades());
    fields.put("risk_free_rate", config.riskFreeRate());
    fields.put("min_floor_weight", config.minFloorWeight());
    fields.put("enforce_performance", config.enforcePerformance());
    fields.put("temperature", config.temperature());
    fields.put("max_weight", config.maxWeight());
    fields.put("min_trades", (long) config.minTrades());
    fields.put("max_sharpe", config.maxSharpe());
    return fields;
  }

  /** One rejection as it is stored. */
  static Map<String, Object> rejected(Rejection rejection) {
    return Map.of("trade_id", rejection.tradeId(), "reason", rejection.reason().code());
  }

  private static Map<String, Object> window(AgentId agent, TradeWindow window) {
    List<Object> ids = new ArrayList<>();
    List<Object> times = new ArrayList<>();
    List<Object> returns = new ArrayList<>();
    List<Object> pnls = new ArrayList<>();
    for (WindowTrade trade : window.trades()) {
      ids.add(trade.tradeId());
      times.add(trade.closedAt());
      returns.add(trade.returnOnCapital());
      pnls.add(trade.realizedPnl());
    }
    return Map.of(
        "agent_id",
        agent.value(),
        "trade_ids",
        ids,
        "closed_at",
        times,
        "returns",
        returns,
        "pnls",
        pnls);
  }

  /** What can be read of a document that exists. */
  static LoadedPerformance read(
      StoredFields document, Instant updatedAt, Optional<JournalTrade> trade) {
    Optional<WeightsConfig> config =
        readable(
            () -> WeightsConfig.of(document.map("config").require("enforce_performance").values()));
    return new LoadedPerformance(
        Optional.of(updatedAt),
        tenant(document),
        revision(document),
        config,
        config.flatMap(read -> readable(() -> windows(document, read.lookbackTrades()))),
        trade);
  }

  /** The revision, of this document or of the weights; 0 if it cannot be read. */
  static long revision(StoredFields document) {
    return readable(() -> document.whole("revision")).filter(found -> found > 0).orElse(0L);
  }

  /** The tenant, of this document or of the weights; empty if it cannot be read. */
  static Optional<TenantId> tenant(StoredFields document) {
    return readable(() -> document.text("tenant_id")).flatMap(TenantId::of);
  }

  private static <T> Optional<T> readable(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (UnreadableDocumentException | InvalidConfigurationException unreadable) {
      return Optional.empty();
    }
  }

  private static AgentWindows windows(StoredFields document, int capacity) {
    if (document.whole("format") != FORMAT) {
      throw document.wrong("format", String.valueOf(FORMAT), document.whole("format"));
    }
    SortedMap<AgentId, TradeWindow> windows = new TreeMap<>();
    for (StoredFields window : document.require("windows").maps("windows")) {
      windows.put(
          window.name("agent_id", "the name of an agent", AgentId::of), window(window, capacity));
    }
    Map<String, Rejection> rejections = new LinkedHashMap<>();
    for (StoredFields rejected : document.maps("rejected")) {
      Rejection rejection = Rejection.ofDocument(rejected.text("trade_id"), reason(rejected));
      rejections.put(rejection.tradeId(), rejection);
    }
    return new AgentWindows(capacity, windows, rejections);
  }

  private static TradeWindow window(StoredFields window, int capacity) {
    List<String> ids = window.texts("trade_ids");
    List<Object> times = window.list("closed_at");
    List<Object> returns = window.list("returns");
    List<Object> pnls = window.list("pnls");
    boolean isWhole =
        times.size() == ids.size() && returns.size() == ids.size() && pnls.size() == ids.size();
    if (!isWhole || ids.size() > capacity || ids.stream().distinct().count() != ids.size()) {
      throw window.wrong("trade_ids", "as long as the other lists, and each id once", ids);
    }
    List<WindowTrade> trades = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      trades.add(trade(window, ids.get(i), times.get(i), returns.get(i), pnls.get(i)));
    }
    return TradeWindow.rebuild(capacity, trades);
  }

  private static WindowTrade trade(
      StoredFields window, String id, Object time, Object fraction, Object pnl) {
    if (!(time instanceof Instant closedAt)) {
      throw window.wrong("closed_at", "a list of Timestamps", time);
    }
    if (!(fraction instanceof Double value) || !Double.isFinite(value)) {
      throw window.wrong("returns", "a list of numbers", fraction);
    }
    BigDecimal amount =
        Decimals.read(pnl).orElseThrow(() -> window.wrong("pnls", "a list of decimals", pnl));
    return new WindowTrade(id, closedAt, value, amount);
  }

  private static RejectReason reason(StoredFields rejected) {
    String code = rejected.text("reason");
    for (RejectReason reason : RejectReason.values()) {
      if (reason.code().equals(code)) {
        return reason;
      }
    }
    throw rejected.wrong("reason", "the code of a rejection", code);
  }
}
