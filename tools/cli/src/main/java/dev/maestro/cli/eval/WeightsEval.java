package dev.maestro.cli.eval;

import dev.maestro.cli.weights.WeightsJson;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code eval weights}: {now, config, trades in arrival order}. */
final class WeightsEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    WeightsConfig config = WeightsConfig.of(Input.object(input, "config"));
    Instant now = Input.time(input, "now");
    List<Map<String, Object>> trades = Input.objects(input, "trades");
    JournalFold fold = new JournalFold(config.lookbackTrades(), config.agentIds());
    do {
      fold.startPass();
      long row = 0;
      for (Map<String, Object> trade : trades) {
        row++;
        fold.add(TradeReader.read(RawTrade.of(trade), "line:" + row, now), row);
      }
    } while (fold.needsAnotherPass());
    return WeightsJson.of(WeightsEngine.weigh(fold.windows(), config), fold.rejections());
  }
}
