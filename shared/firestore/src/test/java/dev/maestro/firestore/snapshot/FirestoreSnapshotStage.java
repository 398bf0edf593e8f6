package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.reweigh.LoadPerformancePort;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.settings.ConfigChange;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.policy.PolicyDocument;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.shadow.ShadowTradeDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.testing.snapshot.HeldLedger;
import dev.maestro.testing.snapshot.SnapshotStage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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
    for (RegisteredStrategy strategy : strategies) {
      new StrategyStore(firestore()).add(tenant.id(), strategy);
      join(tenant.id(), strategy.uid());
    }
  }

  @Override
  public void join(TenantId tenant, Uid uid) {
    new MemberStore(firestore())
        .put(tenant, new Member(uid, Role.VIEWER, List.of(), Optional.empty()));
  }

  @Override
  public void leave(TenantId tenant, Uid uid) {
    delete(Paths.of(tenant, "users/" + uid));
  }

  @Override
  public void configure(TenantId tenant, Map<String, Object> config) {
    new PutConfig(new FirestoreConfigs(firestore(), Map.of()), (uid, owner, settings, now) -> {})
        .put(tenant, ConfigChange.replacing(Fields.of("", config)), "test", Instant.EPOCH);
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
  public void report(TenantId tenant, AccountSnapshot account, DayEquity begun) {
    String id = account.accountId();
    store.write(Paths.of(tenant, "accounts/" + id), AccountSnapshotForm.of(id).write(account));
    store.write(
        Paths.ledger(tenant, new AccountId(id)),
        LedgerDocument.fields(tenant, HeldLedger.of(account)));
    StabilityState first =
        StabilityState.initial(SymbolsDefault.ALLOW, account.asOf(), ProfileName.SAFE);
    PolicyStep step = new PolicyStep(first, first.inForce(), Set.of(), Set.of());
    store.write(
        Paths.of(tenant, PolicyDocument.PATH), PolicyDocument.fields(step, Optional.of(begun)));
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
  public void shadow(TenantId tenant, ShadowBook book, List<ShadowTrade> closed) {
    store.write(Paths.of(tenant, ShadowDocument.PATH), ShadowDocument.fields(book));
    closed.forEach(
        trade ->
            store.write(
                Paths.of(tenant, ShadowTradeDocument.path(trade)),
                ShadowTradeDocument.fields(trade)));
  }

  @Override
  public void loseStats(TenantId tenant) {
    delete(Paths.of(tenant, StatsDocument.PATH));
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
