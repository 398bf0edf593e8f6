package dev.maestro.cli.imports;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes trades in batches: reads what is stored, and writes only what differs. A document keeps
 * the fields that the row does not have. One that the store refuses costs only itself.
 */
final class TradeWriter {
  private static final int BATCH = 500;
  private static final long BATCH_BYTES = 4L << 20;

  private final Firestore firestore;
  private final Uid uid;
  private final Consumer<ImportMarker.Done> stored;
  private final List<TradeDocument> waiting = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long waitingBytes;
  private long written;
  private long unchanged;
  private boolean isHeld;

  /**
   * Writes into the journal of a user.
   *
   * @param stored hears the last row of each batch that is stored, as long as every row up to it is
   *     settled for good
   */
  TradeWriter(Firestore firestore, Uid uid, Consumer<ImportMarker.Done> stored) {
    this.firestore = firestore;
    this.uid = uid;
    this.stored = stored;
  }

  /** A row came that another run has to look at again: from here on nothing is settled. */
  void hold() {
    isHeld = true;
  }

  /** Takes one trade; writes when a batch is full. */
  void add(TradeDocument trade) {
    long bytes = trade.bytes();
    if (!waiting.isEmpty() && waitingBytes + bytes > BATCH_BYTES) {
      flush();
    }
    waiting.add(trade);
    waitingBytes += bytes;
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  /** Writes what waits. */
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<TradeDocument> changed = changed();
    if (!changed.isEmpty()) {
      write(changed);
    }
    unchanged += waiting.size() - changed.size();
    if (!isHeld) {
      TradeDocument last = waiting.get(waiting.size() - 1);
      stored.accept(new ImportMarker.Done(last.line(), last.id()));
    }
    waiting.clear();
    waitingBytes = 0;
  }

  private List<TradeDocument> changed() {
    DocumentReference[] references =
        waiting.stream().map(this::reference).toArray(DocumentReference[]::new);
    List<DocumentSnapshot> documents = StoreCalls.await(firestore.getAll(references));
    List<TradeDocument> changed = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Map<String, Object> present =
          Optional.ofNullable(documents.get(i).getData()).orElse(Map.of());
      if (!waiting.get(i).isIn(present)) {
        changed.add(waiting.get(i));
      }
    }
    return changed;
  }

  private void write(List<TradeDocument> trades) {
    WriteBatch batch = firestore.batch();
    trades.forEach(trade -> batch.set(reference(trade), trade.fields(), SetOptions.merge()));
    try {
      StoreCalls.await(batch.commit());
      written += trades.size();
    } catch (RefusedByStoreException refusal) {
      if (trades.size() == 1) {
        refused.add("line " + trades.get(0).line() + ": " + refusal.getMessage());
        hold();
      } else {
        trades.forEach(trade -> write(List.of(trade)));
      }
    }
  }

  private DocumentReference reference(TradeDocument trade) {
    return firestore.document(Paths.trade(uid, trade.id()));
  }

  long written() {
    return written;
  }

  long unchanged() {
    return unchanged;
  }

  /** One sentence per row that the store refuses for good. */
  List<String> refused() {
    return refused;
  }
}
