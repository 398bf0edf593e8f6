package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.CycleMemory;
import dev.maestro.engine.conduct.situation.MarketFacts;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowBookForm;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinStateForm;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.signal.SignalDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.StrategyDocument;
import dev.maestro.firestore.twin.TwinDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns stored documents into a situation. What cannot be read is a fault, and stands as the
 * tightest value of its kind.
 */
final class SituationBuilder {
  static final String ENSEMBLE = "inputs/ensemble";

  private final TenantId tenantId;
  private final StoredSet stored;
  private final Instant now;
  private final TolerantReads reads;
  private final UserWeights weights;
  private final List<SentSignal> signals = new ArrayList<>();
  private final SortedMap<Symbol, SymbolMarket> markets = new TreeMap<>();
  private List<RegisteredStrategy> strategies = List.of();
  private List<ClosedTrade> trades = List.of();
  private Optional<ConfigInForce> config = Optional.empty();
  private Optional<TenantStats> stats = Optional.empty();

  SituationBuilder(TenantId tenantId, StoredSet stored, Instant now) {
    this.tenantId = tenantId;
    this.stored = stored;
    this.now = now;
    this.reads = new TolerantReads(tenantId, stored);
    this.weights = new UserWeights(tenantId, stored, reads);
  }

  void configured(ConfigInForce reading) {
    config = Optional.of(reading);
    if (reading.isFallback()) {
      reads.fault(
          AlertCode.INVALID_CONFIGURATION,
          "the configuration is invalid, so version "
              + reading.version()
              + " stands: "
              + String.join("; ", reading.errors()));
    }
    stats =
        reads.require(
            reads.path(StatsDocument.PATH), AlertCode.UNREADABLE_STATS, TenantStatsForm.FORM);
  }

  /** A strategy that cannot be read may still close what it holds, and nothing else. */
  void strategies(List<QueryDocumentSnapshot> documents) {
    documents.forEach(stored::add);
    TenantStrategies registered = StrategyDocument.readAll(documents, tenant().ownerUid());
    List<RegisteredStrategy> all = new ArrayList<>(registered.known());
    registered
        .errors()
        .forEach(
            (id, error) -> {
              reads.fault(AlertCode.UNREADABLE_STRATEGY, error);
              StrategyId.of(id)
                  .map(known -> RegisteredStrategy.live(known, tenant().ownerUid()))
                  .map(known -> known.with(StrategyStatus.DISABLED))
                  .ifPresent(all::add);
            });
    strategies = all;
  }

  /** A signal that cannot be read is one all the same: its reader says what is wrong with it. */
  void signals(List<QueryDocumentSnapshot> documents) {
    for (DocumentSnapshot document : documents) {
      stored.add(document);
      SignalDocument read = SignalDocument.read(document);
      if (read.isExpiryUnreadable()) {
        reads.fault(
            AlertCode.UNREADABLE_SIGNAL,
            StoredFields.of(document).place()
                + ": expires_at cannot be read, so it is taken for expired");
      }
      signals.add(read.signal());
    }
  }

  void trades(List<ClosedTrade> closed) {
    trades = closed;
  }

  /** A trade that cannot be used counts nowhere, but for its loss, so somebody has to know. */
  void rejected(Uid uid, List<Rejection> rejections) {
    rejections.forEach(
        trade ->
            reads.fault(
                AlertCode.UNREADABLE_TRADE,
                "trade "
                    + trade.tradeId()
                    + " of "
                    + uid
                    + " is "
                    + trade.reason().code()
                    + ": "
                    + trade.reason().mend()));
  }

  /** True unless the newest cycle said that it left nothing on paper. */
  boolean hasShadow() {
    return reads.fields(reads.path(ChainDocument.PATH)).map(ChainDocument::hasShadow).orElse(false);
  }

  private Optional<ShadowBook> shadow() {
    String path = reads.path(ShadowDocument.PATH);
    return hasShadow() && reads.isThere(path)
        ? reads.read(path, AlertCode.UNREADABLE_SHADOW, ShadowBookForm.FORM)
        : Optional.of(ShadowBook.EMPTY);
  }

  /**
   * Where there is none after a first cycle, it is lost; it begins anew, as one that is damaged.
   */
  private Optional<TwinState> twin(CycleMemory memory) {
    String path = reads.path(TwinDocument.PATH);
    return memory.lastDone().isPresent()
        ? reads.require(path, AlertCode.UNREADABLE_TWIN, TwinStateForm.FORM)
        : reads.read(path, AlertCode.UNREADABLE_TWIN, TwinStateForm.FORM);
  }

  /** True if the weights of a user say that they are another tenant's. */
  boolean isAnothers(Uid uid) {
    return weights.isAnothers(uid);
  }

  void symbols(Collection<Symbol> symbols) {
    for (Symbol symbol : symbols) {
      reads
          .read(Paths.marketData(tenantId, symbol), AlertCode.UNREADABLE_MARKET_DATA, this::market)
          .ifPresent(market -> markets.put(symbol, market));
    }
  }

  /** What is unreadable in it counts as the worst, or takes older bars along, and is told. */
  private SymbolMarket market(Fields fields) {
    SymbolMarket market = SymbolMarketForm.FORM.read(fields);
    if (market.costs().isAnyUnreadable()
        || market.bars().bars().size() < fields.list("bars").size()) {
      reads.fault(
          AlertCode.UNREADABLE_MARKET_DATA,
          fields.place()
              + ": a cost or a bar cannot be read, so it counts as the worst, and bars"
              + " before it say nothing");
    }
    return market;
  }

  Tenant tenant() {
    return config.orElseThrow().tenant();
  }

  List<RegisteredStrategy> registered() {
    return strategies;
  }

  Optional<TenantStats> stats() {
    return stats;
  }

  Situation build() {
    TenantConfig settings = config.orElseThrow().config();
    CycleMemory memory =
        new StoredMemory(reads, stored, settings, now).read(strategies, stats, trades);
    Optional<AccountState> account = new StoredAccount(reads, now).read(memory.day().isPresent());
    return new Situation(
        new TenantFacts(tenant(), settings, strategies, ControlDocument.read(reads)),
        signals,
        new MarketFacts(markets, vix(settings), ensemble(settings)),
        new MoneyFacts(
            account,
            weights.byAgent(strategies),
            new StoredLedger(reads)
                .read(
                    reads
                        .fields(reads.path(ChainDocument.PATH))
                        .map(ChainDocument::ledgerVersion)
                        .orElse(0L)),
            shadow(),
            twin(memory),
            Set.of()),
        memory,
        reads.faults(),
        stored);
  }

  /**
   * The tenant's own reading where it has one, whatever that says, else everybody's. Where it is
   * checked, one that says nothing now is told of, and why.
   */
  private Optional<RiskInputs.Vix> vix(TenantConfig settings) {
    String own = Paths.vix(tenantId);
    String path = reads.isThere(own) ? own : Paths.MARKET_DATA;
    Optional<RiskInputs.Vix> vix =
        reads.read(
            path,
            AlertCode.VIX_UNKNOWN,
            fields ->
                new RiskInputs.Vix(
                    fields.get("vix", Kinds.DECIMAL), fields.get("as_of", Kinds.TIME)));
    if (settings.conduct().vixHalveAbove().isPresent()) {
      if (!reads.isThere(path)) {
        reads.fault(AlertCode.VIX_UNKNOWN, path + " is missing");
      }
      vix.filter(reading -> !reading.isKnownAt(now))
          .ifPresent(
              old ->
                  reads.fault(
                      AlertCode.VIX_UNKNOWN,
                      path
                          + " says "
                          + old.value()
                          + " as of "
                          + old.asOf()
                          + ", which says nothing now"));
    }
    return vix;
  }

  private Optional<Dated<Reading<Fraction>>> ensemble(TenantConfig settings) {
    if (!settings.conduct().readsEnsemble()) {
      return Optional.empty();
    }
    Dated<Reading<Fraction>> broken = new Dated<>(Reading.unreadable(), now);
    String path = reads.path(ENSEMBLE);
    return reads
        .read(path, AlertCode.UNREADABLE_ENSEMBLE, SituationBuilder::ensemble)
        .or(() -> reads.isThere(path) ? Optional.of(broken) : Optional.empty());
  }

  /** Without a time nobody knows what the figure is of. */
  private static Dated<Reading<Fraction>> ensemble(Fields fields) {
    Fraction quality = new Fraction(fields.get("quality", Kinds.DECIMAL).doubleValue());
    return new Dated<>(Reading.of(quality), fields.get("as_of", Kinds.TIME));
  }
}
