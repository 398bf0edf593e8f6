package dev.maestro.firestore.cycle;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.AccountStateForm;
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
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.firestore.audit.ChainDocument;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.StrategyDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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
  private final List<SentSignal> signals = new ArrayList<>();
  private final SortedMap<String, SymbolMarket> markets = new TreeMap<>();
  private List<RegisteredStrategy> strategies = List.of();
  private List<ClosedTrade> trades = List.of();
  private Optional<ConfigInForce> config = Optional.empty();
  private Optional<TenantStats> stats = Optional.empty();

  SituationBuilder(TenantId tenantId, StoredSet stored, Instant now) {
    this.tenantId = tenantId;
    this.stored = stored;
    this.now = now;
    this.reads = new TolerantReads(tenantId, stored);
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
              if (RegisteredStrategy.isValidId(id)) {
                all.add(
                    RegisteredStrategy.live(id, tenant().ownerUid()).with(StrategyStatus.DISABLED));
              }
            });
    strategies = all;
  }

  /** A signal that cannot be read is one all the same: its reader says what is wrong with it. */
  void signals(List<QueryDocumentSnapshot> documents) {
    for (DocumentSnapshot document : documents) {
      stored.add(document);
      Object sent = StoredFields.of(document).raw("signal").orElse("nothing was stored");
      signals.add(new SentSignal(document.getId(), Optional.of(RecordDocument.decodeValue(sent))));
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

  void symbols(Collection<String> symbols) {
    for (String symbol : symbols) {
      reads
          .read(
              Paths.marketData(tenantId, symbol),
              AlertCode.UNREADABLE_MARKET_DATA,
              SymbolMarketForm.FORM)
          .ifPresent(market -> markets.put(symbol, market));
    }
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
    ChainDocument chain = chain();
    boolean hasRun = chain.lastDone().isPresent();
    Optional<AccountState> account =
        reads.read(
            reads.path("accounts/main"), AlertCode.UNREADABLE_ACCOUNT, AccountStateForm.of("main"));
    CycleMemory memory =
        new CycleMemory(
            stats,
            trades,
            performance(settings.throttle()),
            stability(settings, hasRun),
            meta(settings.meta().enabled() && hasRun),
            chain.head(),
            chain.lastDone());
    return new Situation(
        new TenantFacts(tenant(), settings, strategies, ControlDocument.read(reads)),
        signals,
        new MarketFacts(markets, vix(), ensemble(settings)),
        new MoneyFacts(account, weights(), Set.of(), Set.of()),
        memory,
        reads.faults(),
        Sha256.hexOfParts(stored.hash(), trades.toString()),
        stored);
  }

  /** What is not known of a strategy throttles it, so somebody has to know why. */
  private SortedMap<String, PerformanceReading> performance(ThrottleConfig throttle) {
    String path = reads.path(ThrottleDocument.PATH);
    SortedMap<String, PerformanceReading> readings = new TreeMap<>();
    ThrottleDocument.readings(
            stored.fields(path),
            strategies.stream().map(strategy -> new StrategyId(strategy.id())).toList(),
            now,
            throttle)
        .forEach((strategy, reading) -> readings.put(strategy.value(), reading));
    SortedMap<String, List<String>> unknown = new TreeMap<>();
    readings.forEach(
        (strategy, reading) -> {
          if (reading instanceof PerformanceReading.Unavailable unavailable) {
            unknown.computeIfAbsent(unavailable.why(), why -> new ArrayList<>()).add(strategy);
          }
        });
    unknown.forEach(
        (why, whose) ->
            reads.fault(
                AlertCode.UNREADABLE_THROTTLE,
                path + " tells nothing of " + String.join(", ", whose) + ": " + why));
    return readings;
  }

  /** Before the first cycle nothing is known; behind a state that is lost a latch may hide. */
  private StabilityState stability(TenantConfig settings, boolean hasRun) {
    StabilityState first =
        StabilityState.initial(
            settings.market().symbolsDefault(), now, settings.profile().profile().name());
    String path = reads.path("policy/current");
    if (!hasRun && !reads.isThere(path)) {
      return first;
    }
    return reads
        .require(path, AlertCode.UNREADABLE_POLICY, StabilityStateForm.FORM)
        .orElse(
            new StabilityState(
                first.inForce(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings.stability().dayOf(now)),
                Map.of()));
  }

  /** Readers of a policy that is lost saw DEFENSIVE; the first evaluation after it starts there. */
  private Optional<MetaState> meta(boolean hasRun) {
    String path = reads.path("globalPolicy/current");
    if (!hasRun && !reads.isThere(path)) {
      return Optional.empty();
    }
    return reads
        .require(path, AlertCode.UNREADABLE_GLOBAL_POLICY, MetaStateForm.FORM)
        .or(() -> Optional.of(MetaState.lostAt(now)));
  }

  private Optional<RiskInputs.Vix> vix() {
    return reads.read(
        Paths.MARKET_DATA,
        AlertCode.UNREADABLE_VIX,
        fields ->
            new RiskInputs.Vix(fields.get("vix", Kinds.DECIMAL), fields.get("as_of", Kinds.TIME)));
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

  /** Of an agent that two users have, the smaller weight counts. */
  private SortedMap<String, BigDecimal> weights() {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    for (RegisteredStrategy strategy : strategies) {
      reads
          .read(
              Paths.weights(strategy.uid()),
              AlertCode.UNREADABLE_WEIGHTS,
              fields -> fields.fields("weights").find(strategy.agentId(), Kinds.DECIMAL))
          .flatMap(Function.identity())
          .ifPresent(weight -> weights.merge(strategy.agentId(), weight, BigDecimal::min));
    }
    return weights;
  }

  /** A chain that is continued from nowhere forks, so nobody continues it. */
  private ChainDocument chain() {
    String mend =
        ": the chain of decisions cannot be continued; restore seq, hash and slot from the newest"
            + " record, or seq 0 and a hash of 64 zeros if there is none";
    try {
      return stored
          .fields(reads.path(ChainDocument.PATH))
          .map(ChainDocument::read)
          .orElseThrow(
              () ->
                  new UnknownTenantException(
                      reads.path(ChainDocument.PATH) + " is missing" + mend));
    } catch (UnreadableValueException broken) {
      throw new UnknownTenantException(broken.getMessage() + mend);
    }
  }
}
