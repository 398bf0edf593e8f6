package dev.maestro.firestore.stats;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
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
      strategies.add(place(places, trade.strategyId().map(StrategyId::value)));
      symbols.add(place(places, trade.symbol().map(Symbol::value)));
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
      trades.add(
          new ClosedTrade(
              ids.get(i),
              name(fields, "strategies", names, strategies.get(i)).flatMap(StrategyId::of),
              name(fields, "symbols", names, symbols.get(i)).flatMap(Symbol::of),
              times.get(i),
              pnls.get(i),
              risks.get(i)));
    }
    return trades;
  }

  private static long place(Map<String, Long> places, Optional<String> name) {
    long next = places.size();
    return name.map(given -> places.computeIfAbsent(given, unknown -> next)).orElse(NO_NAME);
  }

  private static Optional<String> name(
      StoredFields fields, String field, List<String> names, Object place) {
    if (place.equals(NO_NAME)) {
      return Optional.empty();
    }
    if (place instanceof Long at && at >= 0 && at < names.size()) {
      return Optional.of(names.get(at.intValue()));
    }
    throw fields.wrong(field, "places in names or -1", place);
  }
}
