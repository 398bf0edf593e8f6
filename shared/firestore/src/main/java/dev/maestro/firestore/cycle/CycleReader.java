package dev.maestro.firestore.cycle;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QuerySnapshot;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.LookBack;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.journal.JournalReader;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.tenant.ConfigDocument;
import dev.maestro.firestore.twin.TwinDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what a cycle starts from, in two rounds: first what stands at fixed places, then what those
 * documents name. 13 documents, and one per registered strategy, signal sent, trade newly closed,
 * further user, further symbol, and for the ensemble if it is configured.
 */
final class CycleReader {
  private static final List<String> FIXED =
      List.of(
          "config/maestro",
          "accounts/main",
          "policy/current",
          "globalPolicy/current",
          "control/state",
          "ledger/" + AccountId.MAIN,
          ChainDocument.PATH,
          ThrottleDocument.PATH,
          StatsDocument.PATH,
          TwinDocument.PATH);

  private final Firestore firestore;
  private final JournalReader journal;
  private final Map<String, String> environment;

  CycleReader(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.journal = new JournalReader(firestore);
    this.environment = environment;
  }

  Situation read(TenantId tenant, Instant now) {
    StoredSet stored = new StoredSet();
    List<String> paths = new ArrayList<>(List.of(Paths.GLOBAL_CONTROL));
    FIXED.forEach(rest -> paths.add(Paths.of(tenant, rest)));
    ApiFuture<List<DocumentSnapshot>> fixed = firestore.getAll(references(paths));
    ApiFuture<QuerySnapshot> strategies =
        firestore.collection(Paths.of(tenant, "strategies")).get();
    ApiFuture<QuerySnapshot> signals = firestore.collection(Paths.of(tenant, "signals")).get();
    StoreCalls.await(fixed).forEach(stored::add);
    SituationBuilder builder = new SituationBuilder(tenant, stored, now);
    ConfigInForce config = config(tenant, stored);
    builder.configured(config);
    builder.strategies(StoreCalls.await(strategies).getDocuments());
    builder.signals(StoreCalls.await(signals).getDocuments());
    readNamed(builder, stored, config.config(), now);
    return builder.build();
  }

  private void readNamed(
      SituationBuilder builder, StoredSet stored, TenantConfig config, Instant now) {
    Tenant tenant = builder.tenant();
    Set<Uid> uids = new TreeSet<>(Set.of(tenant.ownerUid()));
    builder.registered().stream().map(RegisteredStrategy::uid).forEach(uids::add);
    Set<Symbol> symbols = new TreeSet<>(config.market().symbols());
    config.market().benchmark().ifPresent(symbols::add);
    List<String> paths = new ArrayList<>();
    uids.forEach(uid -> paths.add(Paths.weights(uid)));
    symbols.forEach(symbol -> paths.add(Paths.marketData(tenant.id(), symbol)));
    if (builder.hasShadow()) {
      paths.add(Paths.of(tenant.id(), ShadowDocument.PATH));
    }
    if (config.conduct().vixHalveAbove().isPresent()) {
      paths.add(Paths.MARKET_DATA);
      paths.add(Paths.vix(tenant.id()));
    }
    if (config.conduct().readsEnsemble()) {
      paths.add(Paths.of(tenant.id(), SituationBuilder.ENSEMBLE));
    }
    ApiFuture<List<DocumentSnapshot>> named = firestore.getAll(references(paths));
    Map<Uid, ApiFuture<JournalSlice>> slices = new TreeMap<>();
    builder
        .stats()
        .ifPresent(stats -> uids.forEach(uid -> slices.put(uid, closedSince(uid, stats, now))));
    StoreCalls.await(named).forEach(stored::add);
    builder.trades(trades(slices, tenant.id(), builder));
    builder.symbols(symbols);
  }

  private ApiFuture<JournalSlice> closedSince(Uid uid, TenantStats stats, Instant now) {
    return journal.closedBetween(uid, LookBack.from(stats.watermark(), now), now, now);
  }

  private static List<ClosedTrade> trades(
      Map<Uid, ApiFuture<JournalSlice>> slices, TenantId tenant, SituationBuilder builder) {
    List<ClosedTrade> trades = new ArrayList<>();
    slices.forEach(
        (uid, pending) -> {
          JournalSlice slice = StoreCalls.await(pending);
          JournalSlice ours = builder.isAnothers(uid) ? slice.naming(tenant) : slice.of(tenant);
          trades.addAll(ours.closedTrades());
          builder.rejected(uid, ours.rejections());
        });
    return trades;
  }

  private ConfigInForce config(TenantId tenant, StoredSet stored) {
    String path = Paths.config(tenant);
    try {
      return ConfigDocument.read(
          tenant,
          stored
              .fields(path)
              .orElseThrow(
                  () ->
                      new UnknownTenantException(
                          "there is no tenant " + tenant + ": create it with 'tenant create'")),
          environment);
    } catch (UnreadableValueException | InvalidConfigurationException unusable) {
      throw new UnknownTenantException(
          path + " cannot be used, store a valid configuration: " + unusable.getMessage());
    }
  }

  private DocumentReference[] references(List<String> paths) {
    return paths.stream().map(firestore::document).toArray(DocumentReference[]::new);
  }
}
