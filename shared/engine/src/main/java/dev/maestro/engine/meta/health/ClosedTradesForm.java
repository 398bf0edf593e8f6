package dev.maestro.engine.meta.health;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How closed trades are written and read: as columns, lists of one length, newest first, half the
 * size of a list of maps. Strategies and symbols are written once, in {@code names}; a trade holds
 * their places. Times are microseconds.
 */
public final class ClosedTradesForm {
  private static final long NO_NAME = -1;

  private static final Field<List<ClosedTrade>, List<String>> NAMES =
      Field.withDefault(
          "names",
          Kinds.list(Kinds.TEXT),
          List.of(),
          trades -> List.copyOf(places(trades).keySet()));
  private static final Field<List<ClosedTrade>, List<String>> IDS =
      Field.column("trade_ids", Kinds.TEXT, ClosedTrade::tradeId);
  private static final Field<List<ClosedTrade>, List<Long>> STRATEGIES =
      Field.required("strategies", Kinds.list(Kinds.WHOLE), ClosedTradesForm::strategies);
  private static final Field<List<ClosedTrade>, List<Long>> SYMBOLS =
      Field.required("symbols", Kinds.list(Kinds.WHOLE), ClosedTradesForm::symbols);
  private static final Field<List<ClosedTrade>, List<Instant>> CLOSED_AT =
      Field.column(
          "closed_at", Kinds.TIME, trade -> trade.closedAt().truncatedTo(ChronoUnit.MICROS));
  private static final Field<List<ClosedTrade>, List<BigDecimal>> PNLS =
      Field.column("realized_pnl", Kinds.DECIMAL, ClosedTrade::realizedPnl);
  private static final Field<List<ClosedTrade>, List<Optional<BigDecimal>>> RISKS =
      Field.column("risk_amount", Kinds.DECIMAL_OR_BLANK, ClosedTrade::riskAmount);

  /** All columns. */
  public static final Form<ClosedTrades> FORM =
      Form.of(
          "closed trades",
          ClosedTradesForm::read,
          List.of(
              of(NAMES), of(IDS), of(STRATEGIES), of(SYMBOLS), of(CLOSED_AT), of(PNLS), of(RISKS)));

  private ClosedTradesForm() {}

  private static <V> Field<ClosedTrades, V> of(Field<List<ClosedTrade>, V> column) {
    return column.inside(ClosedTrades::newestFirst);
  }

  private static ClosedTrades read(Fields in) {
    List<String> columns = new ArrayList<>(FORM.names());
    columns.remove(NAMES.name());
    List<String> names = NAMES.in(in);
    List<String> ids = IDS.in(in.requireEven(columns));
    List<Long> strategies = STRATEGIES.in(in);
    List<Long> symbols = SYMBOLS.in(in);
    List<Instant> times = CLOSED_AT.in(in);
    List<BigDecimal> pnls = PNLS.in(in);
    List<Optional<BigDecimal>> risks = RISKS.in(in);
    List<ClosedTrade> trades = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      String strategy =
          name(names, strategies.get(i))
              .orElseThrow(() -> in.wrong(STRATEGIES.name(), "places in names", strategies));
      Optional<String> symbol = name(names, symbols.get(i));
      if (symbol.isEmpty() && symbols.get(i) != NO_NAME) {
        throw in.wrong(SYMBOLS.name(), "places in names or -1", symbols.get(i));
      }
      trades.add(
          new ClosedTrade(
              ids.get(i),
              strategy,
              symbol.map(
                  named ->
                      Symbol.of(named)
                          .orElseThrow(() -> in.wrong(NAMES.name(), Kinds.SYMBOL.rule(), named))),
              times.get(i),
              pnls.get(i),
              risks.get(i)));
    }
    return ClosedTrades.of(trades);
  }

  private static Optional<String> name(List<String> names, long place) {
    return place >= 0 && place < names.size()
        ? Optional.of(names.get((int) place))
        : Optional.empty();
  }

  private static List<Long> strategies(List<ClosedTrade> trades) {
    Map<String, Long> places = places(trades);
    return trades.stream().map(trade -> places.getOrDefault(trade.strategyId(), NO_NAME)).toList();
  }

  private static List<Long> symbols(List<ClosedTrade> trades) {
    Map<String, Long> places = places(trades);
    return trades.stream()
        .map(trade -> trade.symbol().map(each -> places.getOrDefault(each.value(), NO_NAME)))
        .map(place -> place.orElse(NO_NAME))
        .toList();
  }

  private static Map<String, Long> places(List<ClosedTrade> trades) {
    Map<String, Long> places = new LinkedHashMap<>();
    for (ClosedTrade trade : trades) {
      places.putIfAbsent(trade.strategyId(), (long) places.size());
      trade.symbol().ifPresent(symbol -> places.putIfAbsent(symbol.value(), (long) places.size()));
    }
    return places;
  }
}
