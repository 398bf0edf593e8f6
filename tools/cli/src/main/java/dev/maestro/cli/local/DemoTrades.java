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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The past of the demo tenant: trades of thirty days, as executors journal them. One strategy has
 * lost all along, the others have won more than they lost; two have too few trades to be proven.
 */
final class DemoTrades {
  /** Trades of a strategy, and of one that is on probation. */
  private static final int EACH = 12;

  private static final int UNPROVEN = 8;

  private static final double RISK = 0.02;
  private static final double NOTIONAL = 5_000;
  private static final Duration HELD = Duration.ofHours(2);

  /** What a trade gained or lost, in units of its risk, one after the other. */
  private static final List<Double> GOOD = List.of(1.6, 1.1, -0.5, 1.9, 0.8, 1.3, -0.4);

  private static final List<Double> MIXED = List.of(1.2, -0.6, 1.5, -0.5, 0.9, 1.4, -0.7);
  private static final List<Double> BAD = List.of(-0.6, -0.9, 0.3, -0.7, -0.5);
  private static final String LOSER = "gamma-scalper";
  private static final List<String> WINNERS = List.of("whale-flow", "dip-buyer");
  private static final List<String> NEW = List.of(LOSER, "trend-following");

  private final DemoMarket market;

  DemoTrades(DemoMarket market) {
    this.market = market;
  }

  /** All of them, by id; the newest was closed an hour before. */
  Map<String, Map<String, Object>> past(Instant now, Duration length) {
    Map<String, Map<String, Object>> trades = new LinkedHashMap<>();
    List<StrategyId> strategies = DemoWorld.strategyIds();
    int all = EACH * strategies.size();
    for (int number = 0; number < all; number++) {
      Instant closedAt =
          now.minus(Duration.ofHours(1))
              .minus(length.multipliedBy(all - 1 - number).dividedBy(all));
      StrategyId agent = strategies.get(number % strategies.size());
      int turn = number / strategies.size();
      if (turn < UNPROVEN || !NEW.contains(agent.value())) {
        trades.put("demo-" + (1000 + number), trade(agent, turn, closedAt));
      }
    }
    return trades;
  }

  private Map<String, Object> trade(StrategyId agent, int number, Instant closedAt) {
    Optional<ScriptedAgent> outside =
        DemoWorld.AGENTS.stream().filter(known -> known.id().equals(agent)).findFirst();
    Symbol symbol = outside.map(ScriptedAgent::symbol).orElse(DemoWorld.BENCHMARK);
    List<Double> results = results(agent.value());
    double result = RISK * results.get(number % results.size());
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

  private static List<Double> results(String agent) {
    return agent.equals(LOSER) ? BAD : WINNERS.contains(agent) ? GOOD : MIXED;
  }

  private static BigDecimal decimal(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
  }
}
