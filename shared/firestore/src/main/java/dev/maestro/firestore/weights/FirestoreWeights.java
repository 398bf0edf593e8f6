package dev.maestro.firestore.weights;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.CommitWeightsPort;
import dev.maestro.engine.reweigh.JournalTrade;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.reweigh.PerformanceForm;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.reweigh.WeightsCommitForm;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Windows and weights in Firestore: one call that reads two documents, one that writes three, or
 * one where news of a newer trade changed nothing.
 *
 * <p>The batch is guarded by the update time of the performance document that was read, or by its
 * absence. Whoever loses stands back for a moment.
 */
public final class FirestoreWeights implements LoadPerformancePort, CommitWeightsPort {
  /** When news of a trade changed nothing that is stored, the last time. */
  private static final String TOUCHED_AT = "touched_at";

  private final Firestore firestore;

  /** Weights in this database. */
  public FirestoreWeights(Firestore firestore) {
    this.firestore = firestore;
  }

  @Override
  public LoadedPerformance load(Uid uid, Optional<String> tradeId) {
    List<DocumentReference> wanted = new ArrayList<>();
    wanted.add(firestore.document(Paths.performance(uid)));
    tradeId.ifPresent(id -> wanted.add(firestore.collection(Paths.journal(uid)).document(id)));
    List<DocumentSnapshot> read =
        StoreCalls.await(firestore.getAll(wanted.toArray(DocumentReference[]::new)));
    Optional<JournalTrade> trade =
        tradeId
            .map(id -> read.get(1))
            .filter(DocumentSnapshot::exists)
            .map(
                document ->
                    new JournalTrade(RawTrade.of(StoredFields.of(document)), updateTime(document)));
    DocumentSnapshot performance = read.get(0);
    LoadedPerformance loaded =
        performance.exists()
            ? PerformanceForm.read(StoredFields.of(performance), updateTime(performance), trade)
            : LoadedPerformance.lost(trade);
    return loaded.isNamed() ? loaded : namedByWeights(uid, loaded);
  }

  /**
   * The way out where the performance document does not say whose weights these are, which, and of
   * when.
   */
  private LoadedPerformance namedByWeights(Uid uid, LoadedPerformance loaded) {
    DocumentSnapshot weights = StoreCalls.await(firestore.document(Paths.weights(uid)).get());
    return loaded.orNamedBy(PerformanceForm.named(StoredFields.of(weights)));
  }

  @Override
  public boolean commit(WeightsCommit commit) {
    DocumentReference performance = firestore.document(Paths.performance(commit.uid()));
    Map<String, Object> windows = StoredValue.map(PerformanceForm.VIEW.write(commit));
    WriteBatch batch = firestore.batch();
    commit
        .readAt()
        .ifPresentOrElse(
            at -> replace(batch, performance, windows, at),
            () -> batch.create(performance, windows));
    batch.set(
        firestore.document(Paths.weights(commit.uid())),
        StoredValue.map(WeightsCommitForm.WEIGHTS.write(commit)));
    batch.set(
        firestore.collection(Paths.WEIGHTS_LOGS).document(WeightsCommitForm.logId(commit)),
        StoredValue.map(WeightsCommitForm.LOG.write(commit)));
    return write(batch);
  }

  /** The server's own time: the same value again would be no write. */
  @Override
  public boolean touch(Uid uid, Instant readAt) {
    WriteBatch batch = firestore.batch();
    replace(
        batch,
        firestore.document(Paths.performance(uid)),
        Map.of(TOUCHED_AT, FieldValue.serverTimestamp()),
        readAt);
    return write(batch);
  }

  private static boolean write(WriteBatch batch) {
    try {
      StoreCalls.await(batch.commit());
      return true;
    } catch (StaleWriteException othersWereFaster) {
      StoreCalls.standBack();
      return false;
    }
  }

  /** Only the fields named, and only if the document is still as it was read. */
  private static void replace(
      WriteBatch batch, DocumentReference document, Map<String, Object> fields, Instant readAt) {
    batch.update(document, fields, Precondition.updatedAt(StoredValue.time(readAt)));
  }

  private static Instant updateTime(DocumentSnapshot document) {
    com.google.cloud.Timestamp time = document.getUpdateTime();
    if (time == null) {
      throw new IllegalStateException(document.getReference().getPath() + " has no update time");
    }
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
