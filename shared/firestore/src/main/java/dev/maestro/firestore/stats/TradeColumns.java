package dev.maestro.firestore.stats;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trades as columns: lists of one length, newest first, half the size of a list of maps. Strategies
 * and symbols are written once, in {@code names}; a trade holds their places. Firestore keeps
 * microseconds.
 */
final class TradeColumns {
  private static final long NO_NAME = -1;

  private TradeColumns() {}

  static Map<String, Object> fields(List<ClosedTrade> trades) {
    Map<String, Long> places = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    List<Long> strategies = new ArrayList<>();
    List<Long> symbols = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    List<String> pnls = new ArrayList<>();
    List<String> risks = new ArrayList<>();
    for (ClosedTrade trade : trades) {
      ids.add(trade.tradeId());
      strategies.add(place(places, trade.strategyId()));
      symbols.add(trade.symbol().map(symbol -> place(places, symbol)).orElse(NO_NAME));
      times.add(trade.closedAt().truncatedTo(ChronoUnit.MICROS));
      pnls.add(trade.realizedPnl().toPlainString());
      risks.add(trade.riskAmount().map(BigDecimal::toPlainString).orElse(""));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("names", List.copyOf(places.keySet()));
    fields.put("trade_ids", ids);
    fields.put("strategies", strategies);
    fields.put("symbols", symbols);
    fields.put("closed_at", times);
    fields.put("realized_pnl", pnls);
    fields.put("risk_amount", risks);
    return fields;
  }

  static List<ClosedTrade> read(StoredFields fields) {
    List<String> names = fields.texts("names");
    Columns columns = new Columns(fields, fields.require("trade_ids").texts("trade_ids").size());
    List<String> ids = columns.texts("trade_ids");
    List<Object> strategies = columns.values("strategies");
    List<Object> symbols = columns.values("symbols");
    List<Instant> times = columns.times("closed_at");
    List<BigDecimal> pnls = columns.decimals("realized_pnl");
    List<Optional<BigDecimal>> risks = columns.optionalDecimals("risk_amount");
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String strategy =
          name(names, strategies.get(i))
              .orElseThrow(() -> fields.wrong("strategies", "places in names", strategies));
      Optional<String> symbol = name(names, symbols.get(i));
      if (symbol.isEmpty() && !symbols.get(i).equals(NO_NAME)) {
        throw fields.wrong("symbols", "places in names or -1", symbols.get(i));
      }
      trades.add(
          new ClosedTrade(ids.get(i), strategy, symbol, times.get(i), pnls.get(i), risks.get(i)));
    }
    return trades;
  }

  private static long place(Map<String, Long> places, String name) {
    long next = places.size();
    return places.computeIfAbsent(name, unknown -> next);
  }

  private static Optional<String> name(List<String> names, Object place) {
    return place instanceof Long at && at >= 0 && at < names.size()
        ? Optional.of(names.get(at.intValue()))
        : Optional.empty();
  }
}
