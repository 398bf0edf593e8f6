package dev.maestro.cli.local;

import dev.maestro.embedded.demo.DemoMarket;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.demo.ScriptedAgent;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Trades that agents of the demo world are said to have closed, as an executor journals them. */
final class DemoTrades {
  private static final double RISK = 0.02;
  private static final double NOTIONAL = 10_000;
  private static final double IN_PROCESS_HIT_RATE = 0.55;
  private static final Duration HELD = Duration.ofHours(2);

  private final DemoMarket market;
  private final SplittableRandom random = new SplittableRandom(DemoWorld.SEED);

  DemoTrades(DemoMarket market) {
    this.market = market;
  }

  /** The trade of the agent whose turn it is: the same notional each, right as often as it is. */
  Map<String, Object> trade(int turn, Instant closedAt) {
    int agents = DemoWorld.strategyIds().size();
    StrategyId agent = DemoWorld.strategyIds().get(Math.floorMod(turn, agents));
    int bar = market.newestAt(closedAt);
    Optional<ScriptedAgent> outside =
        DemoWorld.AGENTS.stream().filter(known -> known.id().equals(agent)).findFirst();
    Symbol symbol = outside.map(ScriptedAgent::symbol).orElse(DemoWorld.BENCHMARK);
    double hitRate =
        outside.map(known -> known.hitRate().get(market.phaseOf(bar))).orElse(IN_PROCESS_HIT_RATE);
    boolean isHit = random.nextDouble() < hitRate;
    double result = RISK * Math.abs(random.nextGaussian()) * (isHit ? 1 : -1);
    double entry = market.bar(symbol, market.newestAt(closedAt.minus(HELD))).close();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agent_id", agent.value());
    fields.put("strategy_id", agent.value());
    fields.put("tenant_id", DemoWorld.TENANT.id().value());
    fields.put("symbol", symbol.value());
    fields.put("side", "LONG");
    fields.put("quantity", decimal(NOTIONAL / entry, 8));
    fields.put("entry_price", decimal(entry, 4));
    fields.put("exit_price", decimal(entry * (1 + result), 4));
    fields.put("realized_pnl", decimal(NOTIONAL * result, 2));
    fields.put("risk_amount", decimal(NOTIONAL * RISK, 2));
    fields.put("opened_at", closedAt.minus(HELD));
    fields.put("closed_at", closedAt);
    return fields;
  }

  private static BigDecimal decimal(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
  }
}
