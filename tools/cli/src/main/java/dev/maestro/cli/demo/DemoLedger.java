package dev.maestro.cli.demo;

import dev.maestro.embedded.paper.PaperBook;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PeriodResults;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The money of the demo: a real book, a shadow book in which the shadowed go on on paper, and what
 * follows from both: weights from the real trades alone, closed days from both.
 */
final class DemoLedger {
  static final BigDecimal START_EQUITY = new BigDecimal("100000");

  private final PaperBook real = new PaperBook("trade");
  private final PaperBook shadow = new PaperBook("shadow");
  private final Map<StrategyId, Map<LocalDate, BigDecimal>> marks = new HashMap<>();
  private final List<EquityPoint> dayStarts = new ArrayList<>();
  private final WeightsConfig config;
  private AgentWindows windows;
  private BigDecimal dayHigh = START_EQUITY;

  DemoLedger(WeightsConfig config) {
    this.config = config;
    this.windows = AgentWindows.empty(config.lookbackTrades());
  }

  PaperBook real() {
    return real;
  }

  PaperBook shadow() {
    return shadow;
  }

  /** Closes in the real book and lets the trade move the weights, as the trigger would. */
  Optional<Trade> close(StrategyId strategy, Symbol symbol, BigDecimal price, Instant time) {
    Optional<Trade> trade = real.close(strategy, symbol, price, time);
    trade.ifPresent(
        closed ->
            windows =
                windows
                    .apply(
                        closed.tradeId(),
                        new TradeReading.Usable(closed),
                        Set.copyOf(config.agentIds()))
                    .windows());
    return trade;
  }

  AgentWeights weights() {
    return WeightsEngine.weigh(windows.byAgent(), config);
  }

  /** Prices by symbol. */
  @FunctionalInterface
  interface PriceOf {
    BigDecimal of(Symbol symbol);
  }

  /** Start equity, realized P&amp;L and what is open at current prices. */
  BigDecimal equity(PriceOf prices) {
    BigDecimal open = BigDecimal.ZERO;
    for (Position position : real.positions()) {
      open = open.add(PaperBook.gain(position, prices.of(position.symbol())));
    }
    return START_EQUITY.add(real.realizedPnl()).add(open);
  }

  /** Marks what is open, keeps the day's start and high. */
  void mark(Instant time, PriceOf prices) {
    LocalDate day = LocalDate.ofInstant(time.minusNanos(1), ZoneOffset.UTC);
    for (PaperBook book : List.of(real, shadow)) {
      for (Position position : book.positions()) {
        marksOf(position.strategy().orElseThrow()).remove(day);
      }
    }
    for (PaperBook book : List.of(real, shadow)) {
      for (Position position : book.positions()) {
        BigDecimal gain = PaperBook.gain(position, prices.of(position.symbol()));
        marksOf(position.strategy().orElseThrow()).merge(day, gain, BigDecimal::add);
      }
    }
    BigDecimal equity = equity(prices);
    boolean newDay = time.atOffset(ZoneOffset.UTC).getHour() == 0;
    if (newDay || dayStarts.isEmpty()) {
      dayStarts.add(new EquityPoint(time, equity));
      dayHigh = equity;
    }
    dayHigh = dayHigh.max(equity);
  }

  private Map<LocalDate, BigDecimal> marksOf(StrategyId strategy) {
    return marks.computeIfAbsent(strategy, s -> new HashMap<>());
  }

  BigDecimal dayHigh() {
    return dayHigh;
  }

  /** Equity at the start of every day so far. */
  List<EquityPoint> dayStarts() {
    return List.copyOf(dayStarts);
  }

  /** The closed days of a strategy, its shadow trades included. */
  List<DayResult> closedDays(StrategyId strategy, Instant now, ThrottleConfig throttle) {
    List<WindowTrade> trades = new ArrayList<>();
    for (PaperBook book : List.of(real, shadow)) {
      book.closedTrades().stream()
          .filter(trade -> trade.agentId().equals(strategy.agentOfSameName()))
          .map(WindowTrade::of)
          .forEach(trades::add);
    }
    return PeriodResults.daily(
        trades, marks.getOrDefault(strategy, Map.of()), Map.of(), now, throttle);
  }

  /** The real trades as the meta controller takes them. */
  List<ClosedTrade> closedTrades() {
    return real.closedTrades().stream()
        .map(
            trade ->
                new ClosedTrade(
                    trade.tradeId(),
                    new StrategyId(trade.agentId().value()),
                    trade.closedAt(),
                    trade.realizedPnl(),
                    Optional.empty()))
        .toList();
  }
}
