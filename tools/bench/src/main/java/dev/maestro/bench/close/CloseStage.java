package dev.maestro.bench.close;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.maestro.emulator.Emulator;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** An emulator of this run alone, the use case on it, and what goes over the wire. */
public final class CloseStage implements AutoCloseable {
  /** When everything happens; all trades are closed by then. */
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  /** The project in which everything lies. */
  public static final String PROJECT = "demo-bench";

  private static final int BATCH = 500;
  private static final int BATCHES_AT_ONCE = 4;

  final IoMeter meter = new IoMeter();
  final Firestore firestore;
  final Reweigh reweighing;
  private final Emulator emulator;

  private CloseStage(Emulator emulator) {
    this.emulator = emulator;
    CloudSettings settings = CloudSettings.emulated(PROJECT, emulator.host());
    this.firestore = CloudFirestore.open(settings, meter);
    this.reweighing =
        FirestoreReweigh.of(
            firestore, new Alerts(firestore, CloudLog.standard()::error), settings.environment());
  }

  /** Starts the emulator; its log goes there. */
  public static CloseStage start(Path logFolder) {
    return new CloseStage(Emulator.firestore(Emulator.FirestoreOptions.on(logFolder)));
  }

  /** Weights of a user who has no trades yet. */
  public void begin(Uid uid) {
    TenantId own = new TenantId(uid.value());
    new TenantStore(firestore)
        .create(
            new Tenant(own, own.value(), true, BigDecimal.TEN, ZoneOffset.UTC, uid),
            Map.of(),
            "bench",
            NOW);
    reweighing.configure(uid, own, WeightsConfig.DEFAULTS, NOW);
  }

  /** Gives a user the windows and weights of another. */
  void copyWeights(Uid model, Uid uid) {
    copy(Paths.performance(model), Paths.performance(uid));
    copy(Paths.weights(model), Paths.weights(uid));
  }

  private void copy(String from, String to) {
    Map<String, Object> fields =
        Objects.requireNonNull(StoreCalls.await(firestore.document(from).get()).getData(), from);
    StoreCalls.await(firestore.document(to).set(fields));
  }

  /** Writes the user's trades, of the first number to before the last. */
  public void store(Uid uid, int first, int end) {
    Queue<ApiFuture<List<WriteResult>>> onTheirWay = new ArrayDeque<>();
    for (int from = first; from < end; from += BATCH) {
      WriteBatch batch = firestore.batch();
      for (int i = from; i < Math.min(end, from + BATCH); i++) {
        batch.set(
            firestore.document(Paths.trade(uid, BenchTrades.id(i))),
            StoredValue.map(BenchTrades.document(i)));
      }
      onTheirWay.add(batch.commit());
      if (onTheirWay.size() == BATCHES_AT_ONCE) {
        StoreCalls.await(onTheirWay.remove());
      }
    }
    onTheirWay.forEach(StoreCalls::await);
  }

  /** Delivers the news of one trade; true if it made a revision. */
  boolean deliver(Uid uid, int trade) {
    return reweighing.onTradeWritten(uid, BenchTrades.id(trade), "bench", NOW).isChanged();
  }

  /** Where the emulator listens. */
  public String host() {
    return emulator.host();
  }

  /** Where everything is stored. */
  public Firestore firestore() {
    return firestore;
  }

  @Override
  public void close() {
    firestore.shutdown();
    emulator.close();
  }
}
