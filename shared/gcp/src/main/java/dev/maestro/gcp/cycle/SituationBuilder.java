package dev.maestro.gcp.cycle;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.conduct.UnknownTenantException;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.policy.input.Reading;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.gcp.audit.RecordDocument;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StoredFields;
import dev.maestro.gcp.firestore.UnreadableDocumentException;
import dev.maestro.gcp.stats.StatsDocument;
import dev.maestro.gcp.stats.ThrottleDocument;
import dev.maestro.gcp.tenant.ConfigDocument;
import dev.maestro.gcp.tenant.StrategyDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Turns stored documents into a situation. What cannot be read is a fault, and stands as the
 * tightest value of its kind.
 */
final class SituationBuilder {
  static final String ENSEMBLE = "inputs/ensemble";

  private final String tenantId;
  private final StoredSet stored;
  private final Instant now;
  private final List<Situation.Fault> faults = new ArrayList<>();
  private final SortedMap<String, Object> signals = new TreeMap<>();
  private final SortedMap<String, SymbolMarket> markets = new TreeMap<>();
  private List<RegisteredStrategy> strategies = List.of();
  private List<ClosedTrade> trades = List.of();
  private Optional<ConfigDocument.Reading> config = Optional.empty();
  private Optional<TenantStats> stats = Optional.empty();

  SituationBuilder(String tenantId, StoredSet stored, Instant now) {
    this.tenantId = tenantId;
    this.stored = stored;
    this.now = now;
  }

  void configured(ConfigDocument.Reading reading) {
    config = Optional.of(reading);
    if (reading.isFallback()) {
      fault(
          "INVALID_CONFIGURATION",
          "the configuration is invalid, so version "
              + reading.version()
              + " stands: "
              + String.join("; ", reading.errors()));
    }
    stats = read(StatsDocument.PATH, "UNREADABLE_STATS", StatsDocument::read);
  }

  /** A strategy that cannot be read may still close what it holds, and nothing else. */
  void strategies(List<QueryDocumentSnapshot> documents) {
    documents.forEach(stored::add);
    StrategyDocument.Registered registered =
        StrategyDocument.readAll(documents, tenant().ownerUid());
    List<RegisteredStrategy> all = new ArrayList<>(registered.strategies());
    registered
        .errors()
        .forEach(
            (id, error) -> {
              fault(Situation.Fault.UNREADABLE_STRATEGY, error);
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
      signals.put(document.getId(), RecordDocument.decodeValue(sent));
    }
  }

  void trades(List<ClosedTrade> closed) {
    trades = closed;
  }

  /** A trade that cannot be used counts nowhere, but for its loss, so somebody has to know. */
  void rejected(String uid, List<Rejection> rejections) {
    rejections.forEach(
        trade ->
            fault(
                "UNREADABLE_TRADE",
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
      read(
              Paths.marketData(tenantId, symbol),
              "UNREADABLE_MARKET_DATA",
              MarketDocument::read,
              Function.identity())
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
    Optional<StoredFields> chain = stored.fields(path("control/chain"));
    return new Situation(
        tenant(),
        settings,
        strategies,
        signals,
        ThrottleDocument.readings(
            stored.fields(path(ThrottleDocument.PATH)),
            strategies.stream().map(RegisteredStrategy::id).toList(),
            now),
        stats,
        trades,
        read("accounts/main", "UNREADABLE_ACCOUNT", fields -> AccountDocument.read("main", fields)),
        stability(settings),
        meta(),
        ControlDocument.read(
            stored.fields(path("control/state")), stored.fields(Paths.GLOBAL_CONTROL)),
        vix(),
        markets,
        ensemble(settings),
        weights(),
        chain(
            chain,
            ChainHead.EMPTY,
            fields -> new ChainHead(fields.whole("seq"), fields.text("hash"))),
        chain(chain, Optional.empty(), fields -> fields.optionalTime("slot").map(Slot::new)),
        faults,
        Sha256.hexOfParts(stored.hash(), trades.toString()),
        stored);
  }

  /** Without a state nothing is known; behind an unreadable one a latch may hide. */
  private StabilityState stability(TenantConfig settings) {
    StabilityState first =
        StabilityState.initial(
            settings.market().symbolsDefault(), now, settings.profile().profile().name());
    String path = path("policy/current");
    if (stored.fields(path).isEmpty()) {
      return first;
    }
    return read("policy/current", "UNREADABLE_POLICY", PolicyDocument::read)
        .orElse(
            new StabilityState(
                first.inForce(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings.stability().dayOf(now)),
                Map.of()));
  }

  /** Readers of a policy that is lost saw DEFENSIVE; the first evaluation after it starts there. */
  private Optional<MetaState> meta() {
    Optional<MetaState> meta =
        read("globalPolicy/current", "UNREADABLE_GLOBAL_POLICY", GlobalPolicyDocument::read);
    boolean isLost = meta.isEmpty() && stored.fields(path("globalPolicy/current")).isPresent();
    return isLost ? Optional.of(MetaState.lostAt(now)) : meta;
  }

  private Optional<RiskInputs.Vix> vix() {
    return read(
        Paths.MARKET_DATA,
        "UNREADABLE_VIX",
        fields -> new RiskInputs.Vix(fields.decimal("vix"), fields.time("as_of")),
        Function.identity());
  }

  private Optional<Dated<Reading<Fraction>>> ensemble(TenantConfig settings) {
    if (!settings.conduct().readsEnsemble()) {
      return Optional.empty();
    }
    Dated<Reading<Fraction>> broken = new Dated<>(Reading.unreadable(), now);
    boolean isThere = stored.fields(path(ENSEMBLE)).isPresent();
    return read(ENSEMBLE, "UNREADABLE_ENSEMBLE", SituationBuilder::ensemble)
        .or(() -> isThere ? Optional.of(broken) : Optional.empty());
  }

  /** Without a time nobody knows what the figure is of. */
  private static Dated<Reading<Fraction>> ensemble(StoredFields fields) {
    Fraction quality = new Fraction(fields.decimal("quality").doubleValue());
    return new Dated<>(Reading.of(quality), fields.time("as_of"));
  }

  /** Of an agent that two users have, the smaller weight counts. */
  private SortedMap<String, BigDecimal> weights() {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    for (RegisteredStrategy strategy : strategies) {
      read(
              Paths.weights(strategy.uid()),
              "UNREADABLE_WEIGHTS",
              fields -> fields.map("weights").optionalDecimal(strategy.agentId()),
              Function.identity())
          .flatMap(Function.identity())
          .ifPresent(weight -> weights.merge(strategy.agentId(), weight, BigDecimal::min));
    }
    return weights;
  }

  private static <T> T chain(
      Optional<StoredFields> chain, T none, Function<StoredFields, T> reader) {
    try {
      return chain.map(reader).orElse(none);
    } catch (UnreadableDocumentException | IllegalArgumentException broken) {
      throw new UnknownTenantException(
          "the chain of decisions cannot be continued, restore control/chain from the newest"
              + " record: "
              + broken.getMessage());
    }
  }

  private <T> Optional<T> read(String rest, String code, Function<StoredFields, T> reader) {
    return read(rest, code, reader, this::path);
  }

  private <T> Optional<T> read(
      String place, String code, Function<StoredFields, T> reader, Function<String, String> path) {
    try {
      return stored.fields(path.apply(place)).map(reader);
    } catch (UnreadableDocumentException
        | IllegalArgumentException
        | ArithmeticException unreadable) {
      fault(code, path.apply(place) + " cannot be used: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private String path(String rest) {
    return Paths.of(tenantId, rest);
  }

  private void fault(String code, String message) {
    faults.add(new Situation.Fault(code, message));
  }
}
