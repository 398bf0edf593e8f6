package dev.maestro.bench;

import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.performance.AgentPerformance;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 4 agents x 100 trades: the whole way, one trade more, and what the bare decimals cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WeightsBenchmark {
  private static final int TRADES = 100;
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final List<AgentId> AGENTS =
      Stream.of("GammaScalper", "SentimentAgent", "TrendFollower", "WhaleFlowAgent")
          .map(AgentId::new)
          .toList();

  private final WeightsConfig config = WeightsConfig.DEFAULTS;
  private final Map<AgentId, List<Map<TradeField, Object>>> journal = new LinkedHashMap<>();
  private final List<AgentPerformance> performances = new ArrayList<>();
  private TradeWindow window = TradeWindow.empty(TRADES);
  private final List<WindowTrade> newTrades = new ArrayList<>();
  private int nextTrade;

  /** Makes the journal and the windows over it. */
  @Setup
  public void prepare() {
    for (AgentId agent : AGENTS) {
      journal.put(agent, SampleRows.of(agent, TRADES));
      TradeWindow filled = rebuild(journal.get(agent));
      performances.add(AgentPerformance.of(agent, filled, config.sharpeRules()));
      window = agent.equals(AGENTS.get(0)) ? filled : window;
    }
    for (Map<TradeField, Object> row : SampleRows.of(AGENTS.get(0), 2 * TRADES)) {
      WindowTrade trade = windowTrade(row);
      if (trade.closedAt().isAfter(window.get(TRADES - 1).closedAt())) {
        newTrades.add(trade);
      }
    }
  }

  /** From decimal text to weights, everything anew. */
  @Benchmark
  public AgentWeights fullRecompute() {
    Map<AgentId, TradeWindow> windows = new LinkedHashMap<>();
    journal.forEach((agent, rows) -> windows.put(agent, rebuild(rows)));
    return WeightsEngine.weigh(windows, config);
  }

  /** One more trade in one window of 100: the window and what it says of the agent. */
  @Benchmark
  public AgentPerformance oneMoreTrade() {
    nextTrade = (nextTrade + 1) % newTrades.size();
    TradeWindow moved = window.put(newTrades.get(nextTrade)).window();
    return AgentPerformance.of(AGENTS.get(0), moved, config.sharpeRules());
  }

  /** The same and the weights of all four agents from it. */
  @Benchmark
  public AgentWeights oneMoreTradeWeighed() {
    performances.set(0, oneMoreTrade());
    return WeightsEngine.allocate(performances, config);
  }

  /** The comparison: the same numbers parsed and multiplied and divided as bare decimals. */
  @Benchmark
  public double bareDecimals() {
    double sum = 0;
    for (List<Map<TradeField, Object>> rows : journal.values()) {
      for (Map<TradeField, Object> row : rows) {
        BigDecimal pnl = new BigDecimal((String) row.get(TradeField.REALIZED_PNL));
        BigDecimal price = new BigDecimal((String) row.get(TradeField.ENTRY_PRICE));
        BigDecimal quantity = new BigDecimal((String) row.get(TradeField.QUANTITY));
        sum += pnl.doubleValue() / price.multiply(quantity.abs()).doubleValue();
      }
    }
    return sum;
  }

  private static TradeWindow rebuild(List<Map<TradeField, Object>> rows) {
    List<WindowTrade> trades = new ArrayList<>(rows.size());
    rows.forEach(row -> trades.add(windowTrade(row)));
    return TradeWindow.rebuild(TRADES, trades);
  }

  private static WindowTrade windowTrade(Map<TradeField, Object> row) {
    TradeReading reading = TradeReader.read(SampleRows.raw(row), "", NOW);
    return WindowTrade.of(((TradeReading.Usable) reading).trade());
  }
}
