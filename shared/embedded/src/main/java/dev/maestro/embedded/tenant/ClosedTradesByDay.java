package dev.maestro.embedded.tenant;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.Marks;
import dev.maestro.engine.snapshot.PeriodRows;
import dev.maestro.engine.tenant.LookBack;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.PerformanceReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The closed days of a tenant on memory. */
final class ClosedTradesByDay {
  private final Tenant tenant;
  private final TenantConfig config;
  private final List<RegisteredStrategy> strategies;
  private final List<ClosedTrade> trades = new ArrayList<>();
  private final Map<String, List<WindowTrade>> byStrategy = new HashMap<>();
  private final Map<String, Map<LocalDate, BigDecimal>> marks = new HashMap<>();

  ClosedTradesByDay(Tenant tenant, TenantConfig config, List<RegisteredStrategy> strategies) {
    this.tenant = tenant;
    this.config = config;
    this.strategies = strategies;
  }

  void add(String id, Map<String, ?> document, Instant now) {
    TradeReading reading = TradeReader.readStored(RawTrade.of(document), id, now);
    if (reading instanceof TradeReading.Usable usable) {
      Trade trade = usable.trade();
      String strategy = text(document, "strategy_id").orElse(trade.agentId());
      trades.add(
          new ClosedTrade(
              id,
              strategy,
              text(document, "symbol"),
              trade.closedAt(),
              trade.realizedPnl(),
              Optional.empty()));
      byStrategy.computeIfAbsent(strategy, s -> new ArrayList<>()).add(WindowTrade.of(id, trade));
    }
  }

  List<ClosedTrade> since(Situation known) {
    Instant from =
        LookBack.from(
            known.memory().stats().flatMap(TenantStats::watermark), Instant.EPOCH.plusSeconds(1));
    return trades.stream().filter(trade -> !trade.closedAt().isBefore(from)).toList();
  }

  SortedMap<String, PerformanceReading> closed(Optional<LocalDate> day, Situation known) {
    SortedMap<String, PerformanceReading> readings = new TreeMap<>();
    for (RegisteredStrategy strategy : strategies) {
      day.ifPresent(date -> mark(strategy.id(), date, known));
      readings.put(
          strategy.id(),
          new PerformanceReading.Rows(
              day.map(
                      date ->
                          PeriodRows.lookback(
                              PeriodRows.days(
                                  byStrategy.getOrDefault(strategy.id(), List.of()),
                                  marks.getOrDefault(strategy.id(), Map.of()),
                                  Map.of(),
                                  date,
                                  config.throttle()),
                              config.throttle()))
                  .orElse(List.of())));
    }
    return readings;
  }

  TenantStats equity(TenantStats stats, Situation known) {
    List<EquityPoint> points = new ArrayList<>(stats.equity());
    known
        .money()
        .account()
        .flatMap(AccountState::day)
        .ifPresent(
            begun ->
                points.add(
                    new EquityPoint(
                        begun.day().atStartOfDay(tenant.zone()).toInstant(), begun.start())));
    return stats.withEquity(points);
  }

  private void mark(String strategy, LocalDate day, Situation known) {
    Map<String, BarHistory> bars = new HashMap<>();
    known.market().symbols().forEach((symbol, market) -> bars.put(symbol, market.bars()));
    Marks.of(
            strategy,
            known.money().account().map(AccountState::snapshot),
            bars,
            PeriodRows.endOf(day))
        .ifPresent(mark -> marks.computeIfAbsent(strategy, s -> new HashMap<>()).put(day, mark));
  }

  private static Optional<String> text(Map<String, ?> document, String field) {
    return Optional.ofNullable(document.get(field)).map(Object::toString);
  }
}
