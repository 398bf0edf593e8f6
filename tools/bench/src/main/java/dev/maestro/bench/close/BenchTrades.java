package dev.maestro.bench.close;

import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Numbered trades of four agents, a second apart. */
final class BenchTrades {
  private static final Instant FIRST_CLOSE = Instant.parse("2026-01-05T12:00:00Z");
  private static final int AGENTS = 4;

  private BenchTrades() {}

  static String id(int trade) {
    return "t" + trade;
  }

  static Map<String, Object> document(int trade) {
    return Map.of(
        "agent_id",
        "agent-" + trade % AGENTS,
        "closed_at",
        FIRST_CLOSE.plusSeconds(trade),
        "entry_price",
        "10",
        "quantity",
        "100",
        "realized_pnl",
        String.valueOf((trade * 37L) % 23 - 9));
  }

  /** The weights of the first trades, found as those of a file are. */
  static AgentWeights weighed(int trades) {
    WeightsConfig config = WeightsConfig.DEFAULTS;
    JournalFold fold = new JournalFold(config.lookbackTrades(), Set.of());
    fold.startPass();
    for (int i = 0; i < trades; i++) {
      fold.add(TradeReader.read(RawTrade.of(document(i)), id(i), CloseStage.NOW), i + 1);
    }
    return WeightsEngine.weigh(fold.windows(), config);
  }
}
