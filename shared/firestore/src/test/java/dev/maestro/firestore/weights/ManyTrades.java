package dev.maestro.firestore.weights;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journal of two agents whose trades {@code t0, t1, ...} close a second apart; every fourth is
 * B's.
 */
record ManyTrades(int length) {
  private static final int BATCH = 500;

  static ManyTrades of(int length) {
    return new ManyTrades(length);
  }

  static String agent(int trade) {
    return trade % 4 == 0 ? "B" : "A";
  }

  private static Map<String, Object> document(int trade) {
    return Trades.closed(agent(trade), trade, (trade * 37) % 23 - 9);
  }

  /** Writes it, all batches on their way at once. */
  void store(Firestore firestore, Uid uid) {
    List<ApiFuture<List<WriteResult>>> batches = new ArrayList<>();
    for (int from = 0; from < length; from += BATCH) {
      WriteBatch batch = firestore.batch();
      for (int i = from; i < Math.min(length, from + BATCH); i++) {
        batch.set(firestore.document(Paths.trade(uid, "t" + i)), StoredValue.map(document(i)));
      }
      batches.add(batch.commit());
    }
    batches.forEach(StoreCalls::await);
  }

  /** Its weights, found as those of a file are. */
  AgentWeights weighed(WeightsConfig config, Instant now) {
    JournalFold fold = new JournalFold(config.lookbackTrades(), Set.copyOf(config.agentIds()));
    fold.startPass();
    for (int i = 0; i < length; i++) {
      fold.add(TradeReader.read(RawTrade.of(document(i)), "t" + i, now), i + 1);
    }
    return WeightsEngine.weigh(fold.windows(), config);
  }
}
