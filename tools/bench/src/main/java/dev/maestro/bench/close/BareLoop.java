package dev.maestro.bench.close;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What no trade close can be faster than: its two documents read in one call, and documents of the
 * same contents written in one batch, with nothing decided and nothing guarded.
 */
final class BareLoop {
  private final Firestore firestore;
  private final Uid model;
  private final Uid uid;
  private final Map<String, Object> performance;
  private final Map<String, Object> weights;
  private final AtomicLong entries = new AtomicLong();

  /**
   * Writes the documents of a user as they are now, again and again, as those of another.
   *
   * @param model whose documents and trades they are
   */
  BareLoop(Firestore firestore, Uid model) {
    this.firestore = firestore;
    this.model = model;
    this.uid = new Uid("bare-" + model);
    this.performance = fields(Paths.performance(model));
    this.weights = fields(Paths.weights(model));
  }

  private Map<String, Object> fields(String path) {
    return Objects.requireNonNull(
        StoreCalls.await(firestore.document(path).get()).getData(), "nothing at " + path);
  }

  void readTwoWriteThree(int trade) {
    DocumentReference state = firestore.document(Paths.performance(uid));
    StoreCalls.await(
        firestore.getAll(state, firestore.document(Paths.trade(model, BenchTrades.id(trade)))));
    WriteBatch batch = firestore.batch();
    batch.set(state, performance);
    batch.set(firestore.document(Paths.weights(uid)), weights);
    batch.set(
        firestore
            .collection(Paths.WEIGHTS_LOGS)
            .document("bare_" + uid + "_" + entries.getAndIncrement()),
        Map.of("uid", uid.value(), "weights", weights.getOrDefault("weights", Map.of())));
    StoreCalls.await(batch.commit());
  }
}
