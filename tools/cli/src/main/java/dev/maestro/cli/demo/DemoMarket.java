package dev.maestro.cli.demo;

import dev.maestro.embedded.market.MarketGenerator;
import dev.maestro.embedded.market.MarketPhase;
import dev.maestro.embedded.market.ScriptedAgent;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The market of the demo: half-hourly bars through calm, high volatility, a crash and recovery. */
final class DemoMarket {
  static final Duration BAR = Duration.ofMinutes(30);
  static final Instant START = Instant.parse("2026-01-03T00:00:00Z");
  static final Symbol BENCHMARK = new Symbol("BTCUSDT");
  private static final Symbol ETHER = new Symbol("ETHUSDT");
  private static final Symbol SOLANA = new Symbol("SOLUSDT");

  /** Bars that exist before the first cycle, for the indicators. */
  static final int WARM_UP = 96;

  /** Bars that strategies see. */
  private static final int VISIBLE = 80;

  private static final List<MarketPhase> PHASES =
      List.of(
          new MarketPhase("calm", WARM_UP + 6 * 48, 0.0006, 0.004, 0.004),
          new MarketPhase("high volatility", 2 * 48 + 17, 0.0, 0.012, 0.030),
          new MarketPhase("crash", 7, -0.035, 0.010, 0.050),
          new MarketPhase("aftermath", 48 + 24, 0.0, 0.008, 0.010),
          new MarketPhase("recovery", 4 * 48, 0.0008, 0.004, 0.004));

  /** What is not in process: bots and an LLM agent, with their hit rates per phase. */
  static final List<ScriptedAgent> AGENTS =
      List.of(
          agent("whale-flow", BENCHMARK, List.of(.75, .6, .5, .6, .75), 6, false),
          agent("gamma-scalper", ETHER, List.of(.33, .6, .9, .9, .92), 4, false),
          agent("sentiment-llm", SOLANA, List.of(.65, .5, .5, .6, .7), 8, false),
          agent("dip-buyer", ETHER, List.of(.55, .5, .5, .5, .6), 10, true));

  private final SortedMap<Symbol, List<Bar>> bars = new TreeMap<>();

  DemoMarket(long seed) {
    long symbolSeed = seed;
    for (Map.Entry<Symbol, Double> symbol :
        new TreeMap<>(Map.of(BENCHMARK, 60_000.0, ETHER, 3_000.0, SOLANA, 150.0)).entrySet()) {
      symbolSeed++;
      bars.put(
          symbol.getKey(),
          MarketGenerator.generate(symbolSeed, symbol.getValue(), START, BAR, PHASES));
    }
  }

  private static ScriptedAgent agent(
      String id, Symbol symbol, List<Double> hitRate, int holdBars, boolean buysDips) {
    return new ScriptedAgent(new StrategyId(id), symbol, hitRate, holdBars, buysDips);
  }

  /** Bars in all. */
  int length() {
    return bars(BENCHMARK).size();
  }

  List<Bar> bars(Symbol symbol) {
    return Optional.ofNullable(bars.get(symbol)).orElseThrow();
  }

  /** What a cycle sees in which the given bar is the newest closed one. */
  SortedMap<Symbol, BarHistory> visible(int newest) {
    SortedMap<Symbol, BarHistory> histories = new TreeMap<>();
    bars.forEach(
        (symbol, all) ->
            histories.put(
                symbol,
                new BarHistory(BAR, all.subList(Math.max(0, newest + 1 - VISIBLE), newest + 1))));
    return histories;
  }

  /** What a cycle sees of the benchmark. */
  BarHistory benchmark(int newest) {
    return Optional.ofNullable(visible(newest).get(BENCHMARK)).orElseThrow();
  }

  /** The price at which a decision after the given bar is filled: the next bar's open. */
  BigDecimal fillPrice(Symbol symbol, int newest) {
    return price(bars(symbol).get(newest + 1).open());
  }

  /** The price at the end of a bar. */
  BigDecimal close(Symbol symbol, int bar) {
    return price(bars(symbol).get(bar).close());
  }

  /** The time at which a bar is closed. */
  static Instant closeOf(int bar) {
    return START.plus(BAR.multipliedBy(bar + 1L));
  }

  /** The phase that a bar belongs to. */
  static int phaseOf(int bar) {
    int end = 0;
    for (int phase = 0; phase < PHASES.size(); phase++) {
      end += PHASES.get(phase).bars();
      if (bar < end) {
        return phase;
      }
    }
    throw new IllegalArgumentException("there is no bar " + bar);
  }

  static String phaseName(int phase) {
    return PHASES.get(phase).name();
  }

  private static BigDecimal price(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
