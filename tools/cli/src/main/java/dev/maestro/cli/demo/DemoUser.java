package dev.maestro.cli.demo;

import dev.maestro.cli.report.LineChart;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.Weighing;
import dev.maestro.engine.weights.WeightsConfig;
import java.util.Set;

/** A user whose trades close one by one, and whose weights move with each. */
final class DemoUser {
  private final String name;
  private final WeightsConfig config;
  private final LineChart chart = new LineChart();
  private AgentWindows windows;
  private AgentWeights weights;
  private int revision;

  DemoUser(String name, WeightsConfig config) {
    this.name = name;
    this.config = config;
    this.windows = AgentWindows.empty(config.lookbackTrades());
    this.weights = Weighing.weigh(windows.byAgent(), config);
  }

  /** Takes the news of a closed trade, as the trigger would. */
  void close(Trade trade) {
    AgentWindows.Update update =
        windows.apply(
            trade.tradeId(), new TradeReading.Usable(trade), Set.copyOf(config.agentIds()));
    windows = update.windows();
    weights = Weighing.weigh(windows.byAgent(), config);
    revision += update.isChanged() ? 1 : 0;
    for (AgentWeight agent : weights.agents()) {
      chart.add(agent.performance().agentId(), trade.closedAt(), agent.weight().doubleValue());
    }
    chart.add("Cash", trade.closedAt(), weights.cash().doubleValue());
  }

  String name() {
    return name;
  }

  String mode() {
    return config.enforcePerformance() ? "strict mode" : "recovery mode";
  }

  AgentWeights weights() {
    return weights;
  }

  LineChart chart() {
    return chart;
  }

  int revision() {
    return revision;
  }
}
