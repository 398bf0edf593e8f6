package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.SetOptions;
import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.audit.StoredDecisions;
import dev.maestro.firestore.audit.StoredNarrations;
import dev.maestro.firestore.metrics.FirestoreMetrics;
import dev.maestro.firestore.metrics.MetricsDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.ConductStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Firestore as a stage of cycles. */
public final class FirestoreConductStage implements ConductStage {
  private final Firestore firestore;
  private final FirestoreCycles cycles;

  /** Sets up in this store. */
  public FirestoreConductStage(Firestore firestore) {
    this.firestore = firestore;
    this.cycles = new FirestoreCycles(firestore, Map.of());
  }

  @Override
  public CyclesPort cycles() {
    return cycles;
  }

  @Override
  public NarrationsPort narrations() {
    return new StoredNarrations(firestore);
  }

  @Override
  public LoadDecisionPort decisions() {
    return new StoredDecisions(firestore);
  }

  @Override
  public void createTenant(TenantId tenant, Instant now) {
    new TenantStore(firestore).create(Beginnings.tenant(tenant), Beginnings.VALUES, "test", now);
    StrategyStore strategies = new StrategyStore(firestore);
    Beginnings.STRATEGIES.forEach(strategy -> strategies.add(tenant, strategy));
    set(
        Paths.marketData(tenant, Beginnings.BENCHMARK),
        SymbolMarketForm.PRICES.write(
            new SymbolMarket(
                Beginnings.bars(now), OptionalDouble.empty(), TradingCosts.UNKNOWN, now)));
    set(
        Paths.weights(new Uid("owner")),
        Map.of("weights", Map.of("trend", new BigDecimal("0.5")), "tenant_id", tenant));
    reportAccount(tenant, new BigDecimal("10000"), now);
  }

  @Override
  public void deactivate(TenantId tenant) {
    StoreCalls.await(firestore.document(Paths.config(tenant)).update("tenant.active", false));
  }

  @Override
  public void reportAccount(TenantId tenant, AccountSnapshot shown) {
    StoreCalls.await(
        firestore
            .document(Paths.of(tenant, "accounts/main"))
            .set(StoredValue.map(AccountSnapshotForm.of("main").write(shown)), SetOptions.merge()));
  }

  @Override
  public void disturb(TenantId tenant) {
    StoreCalls.await(
        firestore
            .document(Paths.of(tenant, StatsDocument.PATH))
            .update("disturbed_by", "somebody else"));
  }

  @Override
  public void keep(TenantId tenant, SentSignal signal) {
    Map<String, Object> kept = new HashMap<>();
    Map<?, ?> content = (Map<?, ?>) signal.content().orElseThrow();
    kept.put("signal", RecordDocument.encode(Fields.of("", content).values()));
    signal.receivedAt().ifPresent(time -> kept.put("received_at", time));
    signal.expiresAt().ifPresent(time -> kept.put("expires_at", time));
    set(Paths.of(tenant, "signals/" + signal.strategy()), kept);
  }

  @Override
  public void loseAccount(TenantId tenant) {
    StoreCalls.await(firestore.document(Paths.of(tenant, "accounts/main")).delete());
  }

  @Override
  public Metrics metrics(TenantId tenant) {
    return new FirestoreMetrics(firestore).load(tenant);
  }

  @Override
  public void loseMetrics(TenantId tenant) {
    StoreCalls.await(firestore.document(Paths.of(tenant, MetricsDocument.PATH)).delete());
  }

  @Override
  public List<Map<String, Object>> records(TenantId tenant) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (QueryDocumentSnapshot document :
        StoreCalls.await(
            firestore.collection(Paths.LOGS).whereEqualTo("tenant_id", tenant.value()).get())) {
      records.add(RecordDocument.decode(document.getData()));
    }
    return records;
  }

  /** Writes a document as an operator would by hand. */
  public void set(String path, Map<String, Object> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields)));
  }
}
