package dev.maestro.cli.eval;

import dev.maestro.cli.weights.WeightsResult;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.time.Instant;
import java.util.List;

/** {@code eval weights}: {now, config, trades in arrival order}. */
final class WeightsEval implements EvalKind {
  @Override
  public Written evaluate(Fields input) {
    WeightsConfig config = WeightsConfig.of(input.fields("config"));
    Instant now = input.get("now", Kinds.TIME);
    List<Fields> trades = input.list("trades");
    JournalFold fold = new JournalFold(config.lookbackTrades(), config.agentIds());
    do {
      fold.startPass();
      long row = 0;
      for (Fields trade : trades) {
        row++;
        fold.add(TradeReader.read(RawTrade.of(trade.anyNames()), "line:" + row, now), row);
      }
    } while (fold.needsAnotherPass());
    return WeightsResult.RESULT.written(
        new WeightsResult(
            WeightsEngine.weigh(fold.windows(), config), fold.rejections(), fold.rejectionCount()));
  }
}
