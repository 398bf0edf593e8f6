package dev.maestro.embedded.replay.day;

import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.WindowTrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Trades in the order of their days, put together day by day. */
final class DayBuilder {
  private static final long SECONDS_A_DAY = 86_400;

  private final Consumer<ReplayDay> sink;
  private final SortedMap<String, Sums> agents = new TreeMap<>();
  private long day = Long.MIN_VALUE;

  DayBuilder(Consumer<ReplayDay> sink) {
    this.sink = sink;
  }

  /** What one agent closed so far. */
  private static final class Sums {
    private BigDecimal pnl = BigDecimal.ZERO;
    private BigDecimal capital = BigDecimal.ZERO;
    private final List<WindowTrade> trades = new ArrayList<>();
  }

  static long dayOf(Trade trade) {
    return Math.floorDiv(trade.closedAt().getEpochSecond(), SECONDS_A_DAY);
  }

  /** True if its day is not over yet. */
  boolean isInOrder(Trade trade) {
    return dayOf(trade) >= day;
  }

  void add(Trade trade) {
    if (dayOf(trade) > day) {
      close();
      day = dayOf(trade);
    }
    Sums sums = agents.computeIfAbsent(trade.agentId(), agent -> new Sums());
    sums.pnl = sums.pnl.add(trade.realizedPnl());
    sums.capital = sums.capital.add(trade.capital());
    sums.trades.add(WindowTrade.of(trade.tradeId(), trade));
  }

  /** The day is over. */
  void close() {
    if (agents.isEmpty()) {
      return;
    }
    SortedMap<String, AgentDay> closed = new TreeMap<>();
    agents.forEach(
        (agent, sums) -> closed.put(agent, new AgentDay(sums.pnl, sums.capital, sums.trades)));
    agents.clear();
    sink.accept(new ReplayDay(LocalDate.ofEpochDay(day), closed));
  }

  static long today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
  }
}
