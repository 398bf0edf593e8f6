package dev.maestro.functions.conduct;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.metrics.Counted;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.metrics.FirestoreMetrics;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tenant on the emulator, and what a cycle leaves there. */
final class AcmeTenant {
  static final TenantId ID = new TenantId("acme");

  private final String project;
  private final Firestore firestore;

  AcmeTenant(String project) {
    this.project = project;
    this.firestore =
        CloudFirestore.open(
            CloudSettings.emulated(project, SharedEmulator.firestore()), new IoMeter());
  }

  void createAnew(String... strategies) {
    SharedEmulator.clear(project);
    Instant now = Instant.now();
    Tenant tenant =
        new Tenant(ID, "Acme", true, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("owner"));
    new TenantStore(firestore).create(tenant, Map.of(), "test", now);
    for (String strategy : strategies) {
      new StrategyStore(firestore)
          .add(ID, RegisteredStrategy.live(new StrategyId(strategy), new Uid("owner")));
    }
    set(
        "accounts/main",
        Map.of("equity", "10000", "buying_power", "10000", "positions", List.of(), "as_of", now));
  }

  void set(String rest, Map<String, Object> fields) {
    StoreCalls.await(firestore.document(Paths.of(ID, rest)).set(StoredValue.map(fields)));
  }

  List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (QueryDocumentSnapshot document : all(Paths.LOGS)) {
      records.add(RecordDocument.decode(document.getData()));
    }
    return records;
  }

  List<String> alerts() {
    return all(Paths.ALERTS).stream()
        .map(alert -> String.valueOf(alert.getString("code")))
        .sorted()
        .toList();
  }

  /** How many cycles were counted, however they ended. */
  long cyclesCounted() {
    Metrics metrics = new FirestoreMetrics(firestore).load(ID);
    return Counted.CYCLES.in(metrics.counts()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The slots as they are stored, in any order. */
  List<QueryDocumentSnapshot> slots() {
    return all("systemStatus/cycles/slots");
  }

  private List<QueryDocumentSnapshot> all(String collection) {
    return StoreCalls.await(firestore.collection(collection).get()).getDocuments();
  }
}
