package dev.maestro.embedded.demo;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that is made up, once: the tenant of {@code demo} and {@code up}, its configuration,
 * its strategies, and the market that they trade in. Nothing here decides anything.
 */
public final class DemoWorld {
  /** All that is drawn in this world begins here. */
  public static final long SEED = 20260105;

  /** The symbol that tells the market. */
  public static final Symbol BENCHMARK = new Symbol("BTCUSDT");

  private static final Symbol ETHER = new Symbol("ETHUSDT");
  private static final Symbol SOLANA = new Symbol("SOLUSDT");

  /** Prices at the start, by symbol. */
  public static final SortedMap<Symbol, Double> LEVELS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(Map.of(BENCHMARK, 60_000.0, ETHER, 3_000.0, SOLANA, 150.0)));

  /** Bars of the tape before the story begins, for the indicators. */
  public static final int WARM_UP = 96;

  /** Bars that a feeder keeps of a symbol. */
  public static final int VISIBLE = 80;

  /** Bars of a day in {@code demo}, by which the phases are long. */
  private static final int DAY = 24;

  /** How the market goes, one phase after the other. */
  public static final List<MarketPhase> PHASES =
      List.of(
          phase("calm", WARM_UP + 7 * DAY, 0.0006, 0.004, 0.004, "18"),
          phase("high volatility", 2 * DAY, 0.0, 0.012, 0.030, "18"),
          phase("gap", 1, -0.30, 0.005, 0.020, "36"),
          phase("crash", 6, -0.025, 0.010, 0.050, "36"),
          phase("aftermath", 2 * DAY - 7, 0.0, 0.008, 0.010, "18"),
          phase("recovery", 17 * DAY, 0.0012, 0.009, 0.008, "18"));

  /** Bots and an LLM outside, with their hit rates per phase. */
  public static final List<ScriptedAgent> AGENTS =
      List.of(
          agent("whale-flow", BENCHMARK, List.of(.75, .6, .5, .5, .6, .75), 6, false),
          agent("gamma-scalper", ETHER, List.of(.2, .7, .9, .9, .95, .97), 4, false),
          agent("sentiment-llm", SOLANA, List.of(.65, .5, .5, .5, .6, .7), 8, false),
          agent("dip-buyer", ETHER, List.of(.55, .5, .5, .5, .5, .6), 10, true));

  /** Strategies that run in process. */
  public static final List<StrategyId> IN_PROCESS =
      List.of(new StrategyId("mean-reversion"), new StrategyId("trend-following"));

  /** Whose journal holds the trades. */
  public static final Uid UID = new Uid("demo-user");

  /** The tenant: 100,000 to begin with, days by UTC. */
  public static final Tenant TENANT =
      new Tenant(
          new TenantId("demo"), "Demo", true, new BigDecimal("100000.00"), ZoneOffset.UTC, UID);

  private DemoWorld() {}

  /** Names of all strategies, each its own agent. */
  public static List<StrategyId> strategyIds() {
    return Stream.concat(IN_PROCESS.stream(), AGENTS.stream().map(ScriptedAgent::id)).toList();
  }

  /** The strategies as they are registered. */
  public static List<RegisteredStrategy> strategies() {
    List<RegisteredStrategy> strategies = new ArrayList<>();
    strategyIds().forEach(id -> strategies.add(RegisteredStrategy.live(id, UID)));
    return strategies;
  }

  /**
   * What the tenant has set; all else is as delivered.
   *
   * @param barMinutes length of the bars that its feeder brings
   */
  public static Map<String, Object> config(long barMinutes) {
    return Map.of(
        "weights", Map.of("agent_ids", strategyIds().stream().map(StrategyId::value).toList()),
        "throttle", Map.of("periods_per_year", 365),
        "market",
            Map.of(
                "benchmark_symbol", BENCHMARK.value(),
                "bar_minutes", barMinutes,
                "symbols", LEVELS.keySet().stream().map(Symbol::value).toList()));
  }

  /** The number of the bar with which a phase begins. */
  public static int beginOf(String phase) {
    int begin = 0;
    for (MarketPhase each : PHASES) {
      if (each.name().equals(phase)) {
        return begin;
      }
      begin += each.bars();
    }
    throw new IllegalArgumentException("there is no phase " + phase);
  }

  private static ScriptedAgent agent(
      String id, Symbol symbol, List<Double> hitRate, int holdBars, boolean buysDips) {
    return new ScriptedAgent(new StrategyId(id), symbol, hitRate, holdBars, buysDips);
  }

  private static MarketPhase phase(
      String name, int bars, double drift, double noise, double range, String vix) {
    return new MarketPhase(name, bars, drift, noise, range, new BigDecimal(vix));
  }
}
