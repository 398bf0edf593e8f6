package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant {@code T} of the user {@code u} in an emulated store. */
final class Stage {
  final IoMeter meter = new IoMeter();
  final Firestore firestore;
  final Alerts alerts;

  Stage(String project) {
    SharedEmulator.clear(project);
    firestore =
        FirestoreConnection.open(StoreAddress.emulated(project, SharedEmulator.firestore()), meter);
    alerts = new Alerts(firestore, (message, fields) -> {});
  }

  void tenant(Map<String, Object> config, String... strategies) {
    Tenant tenant =
        new Tenant(
            new TenantId("T"), "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("u"));
    new TenantStore(firestore).create(tenant, config, "test", Instant.EPOCH);
    for (String strategy : strategies) {
      new StrategyStore(firestore)
          .add(new TenantId("T"), RegisteredStrategy.live(strategy, new Uid("u")));
    }
  }

  static Map<String, Object> trade(String strategy, Object closedAt, String pnl) {
    return Map.of(
        "agent_id", strategy,
        "closed_at", closedAt,
        "realized_pnl", pnl,
        "entry_price", "10",
        "quantity", "5");
  }

  void journal(String id, Map<String, Object> trade) {
    put(Paths.trade(new Uid("u"), id), trade);
  }

  void journal(Map<String, Map<String, Object>> trades) {
    List<String> ids = List.copyOf(trades.keySet());
    for (int from = 0; from < ids.size(); from += 400) {
      WriteBatch batch = firestore.batch();
      for (String id : ids.subList(from, Math.min(ids.size(), from + 400))) {
        batch.set(
            firestore.document(Paths.trade(new Uid("u"), id)),
            StoredValue.map(new HashMap<>(trades.get(id))));
      }
      StoreCalls.await(batch.commit());
    }
  }

  void put(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields)));
  }

  void merge(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields), SetOptions.merge()));
  }

  void delete(String path) {
    StoreCalls.await(firestore.document(path).delete());
  }

  DocumentSnapshot document(String path) {
    return StoreCalls.await(firestore.document(path).get());
  }

  /** A row of strategy A, by day or month. */
  Optional<Fields> row(String period) {
    DocumentSnapshot row = document("tenants/T/strategy_performance/u__A__" + period);
    return row.exists() ? Optional.of(StoredFields.of(row)) : Optional.empty();
  }

  /** What a row of strategy A realized, as text. */
  String realized(String period) {
    return row(period).map(row -> row.get("realized_pnl", Kinds.TEXT)).orElse("no row");
  }

  Fields fields(String path) {
    return StoredFields.of(document(path));
  }

  boolean hasAlert(String code, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return document(Paths.ALERTS + "/T_" + code + "_" + day).exists();
  }

  DayCloser closer(DayCloser.WindowRebuild windows) {
    return new DayCloser(firestore, alerts, windows, Map.of());
  }

  DayCloser closer() {
    return closer((uid, tenant, settings, now) -> false);
  }

  Reweigh reweighing() {
    return FirestoreReweigh.of(firestore, alerts, Map.of());
  }

  /** The closer as it is deployed. */
  DayCloser checking() {
    return closer(new WindowCheck(firestore, reweighing()));
  }
}
