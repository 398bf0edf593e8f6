package dev.maestro.cli.demo;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.journal.ReadScreen;
import dev.maestro.cli.journal.RejectedRows;
import dev.maestro.cli.report.LineChart;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.weights.AgentWeight;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A journal whose trades close once more, one by one, and move the weights. */
final class JournalReplay {
  private final WeightsConfig config = WeightsConfig.DEFAULTS;
  private final ReadScreen screen;
  private final LineChart chart = new LineChart();
  private AgentWindows windows = AgentWindows.empty(config.lookbackTrades());
  private AgentWeights weights = WeightsEngine.weigh(windows.byAgent(), config);
  private int trades;

  private JournalReplay(ReadScreen screen) {
    this.screen = screen;
  }

  /** Replays the last usable version of every trade, in the order of closing. */
  static JournalReplay of(JournalFile file, Instant now) {
    JournalPlan plan = new JournalPlan();
    Map<String, Trade> byId = new LinkedHashMap<>();
    file.forEachRow(now, plan, ReadProgress.NONE);
    file.forEachRow(
        now,
        (reading, line) -> {
          if (reading instanceof TradeReading.Usable usable) {
            byId.put(usable.trade().tradeId(), usable.trade());
          }
        },
        ReadProgress.NONE);
    List<Trade> ordered = new ArrayList<>(byId.values());
    ordered.sort(Comparator.comparing(Trade::closedAt).thenComparing(Trade::tradeId));
    ReadScreen screen = new ReadScreen(file.report(), plan.corrections(), plan.changes().size());
    if (plan.usable() == 0) {
      screen.lines().forEach(Terminal.err()::println);
    }
    RejectedRows.print(plan.rejections(), plan.rejectionCount());
    if (plan.usable() == 0) {
      throw new CommandFailure(
          screen.report().file() + " has no usable closed trade, so nothing could be replayed");
    }
    JournalReplay replay = new JournalReplay(screen);
    ordered.forEach(replay::close);
    return replay;
  }

  private void close(Trade trade) {
    windows = windows.apply(trade.tradeId(), new TradeReading.Usable(trade), Set.of()).windows();
    weights = WeightsEngine.weigh(windows.byAgent(), config);
    trades++;
    for (AgentWeight agent : weights.agents()) {
      chart.add(agent.performance().agentId(), trade.closedAt(), agent.weight().doubleValue());
    }
    chart.add("Cash", trade.closedAt(), weights.cash().doubleValue());
  }

  AgentWeights weights() {
    return weights;
  }

  /** What was read of the file. */
  ReadScreen screen() {
    return screen;
  }

  LineChart chart() {
    return chart;
  }

  int trades() {
    return trades;
  }
}
