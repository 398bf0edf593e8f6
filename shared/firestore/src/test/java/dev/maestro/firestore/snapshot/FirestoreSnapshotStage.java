package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.testing.snapshot.SnapshotStage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An emulated Firestore as a stage of closed days. */
final class FirestoreSnapshotStage implements SnapshotStage {
  final EmulatedStore store;
  final Alerts alerts;

  FirestoreSnapshotStage(String project) {
    store = EmulatedStore.empty(project);
    alerts = new Alerts(store.firestore(), (message, fields) -> {});
  }

  Firestore firestore() {
    return store.firestore();
  }

  @Override
  public DayStores stores() {
    return FirestoreSnapshot.stores(firestore(), Map.of());
  }

  @Override
  public RebuildWindowsPort windows() {
    return FirestoreSnapshot.windows(firestore(), alerts, Map.of());
  }

  @Override
  public Reweigh reweigh() {
    return FirestoreReweigh.of(firestore(), alerts, Map.of());
  }

  @Override
  public LoadPerformancePort performance() {
    return FirestoreReweigh.stored(firestore());
  }

  @Override
  public void createTenant(
      Tenant tenant, Map<String, Object> config, List<RegisteredStrategy> strategies) {
    new TenantStore(firestore()).create(tenant, config, "test", Instant.EPOCH);
    strategies.forEach(strategy -> new StrategyStore(firestore()).add(tenant.id(), strategy));
  }

  @Override
  public void configure(TenantId tenant, Map<String, Object> config) {
    new PutConfig(new FirestoreConfigs(firestore(), Map.of()), (uid, owner, settings, now) -> {})
        .put(tenant, Fields.of("", config), "test", Instant.EPOCH);
  }

  @Override
  public void put(Uid uid, String tradeId, Map<String, ?> document) {
    store.write(Paths.trade(uid, tradeId), document);
  }

  @Override
  public void delete(Uid uid, String tradeId) {
    delete(Paths.trade(uid, tradeId));
  }

  @Override
  public void report(TenantId tenant, AccountState account) {
    String id = account.snapshot().accountId();
    Map<String, Object> fields =
        new HashMap<>(AccountSnapshotForm.of(id).write(account.snapshot()));
    account
        .day()
        .ifPresent(
            day -> {
              fields.put("day", day.day());
              fields.put("day_start_equity", day.start());
              fields.put("day_high_equity", day.highest());
            });
    store.write(Paths.of(tenant, "accounts/" + id), fields);
  }

  @Override
  public void feed(TenantId tenant, Symbol symbol, BarHistory bars) {
    SymbolMarket market =
        new SymbolMarket(bars, OptionalDouble.empty(), TradingCosts.UNKNOWN, Instant.EPOCH);
    store.write(Paths.marketData(tenant, symbol), SymbolMarketForm.PRICES.write(market));
  }

  @Override
  public void lose(TenantId tenant, Symbol symbol) {
    delete(Paths.marketData(tenant, symbol));
  }

  @Override
  public void askToLookAgain(TenantId tenant, Instant now) {
    Watermark.remove(firestore(), tenant);
  }

  void merge(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore().document(path).set(StoredValue.map(fields), SetOptions.merge()));
  }

  void delete(String path) {
    StoreCalls.await(firestore().document(path).delete());
  }

  DocumentSnapshot document(String path) {
    return StoreCalls.await(firestore().document(path).get());
  }

  boolean hasAlert(String code, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return document(Paths.ALERTS + "/T_" + code + "_" + day).exists();
  }
}
