package dev.maestro.firestore.snapshot;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.QuerySnapshot;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.EquityPointForm;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.shadow.ShadowFacts;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.snapshot.day.EquityDays;
import dev.maestro.engine.snapshot.day.LoadDayPort;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.policy.PolicyDocument;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.shadow.ShadowTradeDocument;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.DocumentVersion;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.ConfigDocument;
import dev.maestro.firestore.tenant.Memberships;
import dev.maestro.firestore.tenant.StrategyDocument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Reads what is known of a tenant; a document that cannot be read is unknown, not empty. */
final class TenantDayReader implements LoadDayPort {
  private final Firestore firestore;
  private final Map<String, String> environment;

  TenantDayReader(Firestore firestore, Map<String, String> environment) {
    this.firestore = firestore;
    this.environment = environment;
  }

  @Override
  public TenantDay load(TenantId tenant, LocalDate day, Instant now) {
    ApiFuture<QuerySnapshot> strategies =
        firestore.collection(Paths.of(tenant, "strategies")).get();
    ApiFuture<QuerySnapshot> points =
        firestore
            .collection(Paths.of(tenant, EquityDocument.COLLECTION))
            .whereGreaterThanOrEqualTo(
                FieldPath.documentId(), day.minusDays(TenantDay.EQUITY_DAYS).toString())
            .get();
    ApiFuture<QuerySnapshot> shadowTrades =
        ShadowTradeDocument.since(
                firestore, tenant, PeriodRows.endOf(day).minus(ShadowFacts.LOOK_BACK))
            .get();
    ConfigInForce config = config(tenant);
    List<DocumentSnapshot> fixed = fixed(tenant, config.config().conduct().accountId());
    Optional<AccountSnapshot> account = account(fixed.get(1), fixed.get(5));
    ShadowFacts shadow =
        new ShadowFacts(
            ShadowDocument.read(fixed.get(4)),
            ShadowTradeDocument.read(StoreCalls.await(shadowTrades).getDocuments()));
    TenantStrategies registered =
        StrategyDocument.readAll(
            StoreCalls.await(strategies).getDocuments(), config.tenant().ownerUid());
    return new TenantDay(
        config.tenant(),
        config.config(),
        registered,
        new Memberships(firestore).strangers(tenant, registered.users(config.tenant())),
        day,
        now,
        new TenantDay.Rolling(
            closedDays(fixed.get(0)),
            DocumentVersion.of(fixed.get(0)),
            FirestoreRolling.stats(fixed.get(2))),
        new TenantDay.Holdings(
            account, bars(tenant, symbols(account, shadow, config.config())), shadow),
        begun(fixed.get(3), now),
        equity(StoreCalls.await(points).getDocuments()));
  }

  private List<DocumentSnapshot> fixed(TenantId tenant, AccountId account) {
    return all(
        Paths.of(tenant, ThrottleDocument.PATH),
        Paths.of(tenant, "accounts/" + account),
        Paths.of(tenant, StatsDocument.PATH),
        Paths.of(tenant, PolicyDocument.PATH),
        Paths.of(tenant, ShadowDocument.PATH),
        Paths.ledger(tenant, account));
  }

  private ConfigInForce config(TenantId tenant) {
    DocumentSnapshot document = all(Paths.config(tenant)).get(0);
    if (!document.exists()) {
      throw new UnknownTenantException(
          "there is no tenant " + tenant + ": create it with 'tenant create'");
    }
    try {
      return ConfigDocument.read(tenant, StoredFields.of(document), environment);
    } catch (UnreadableValueException | InvalidConfigurationException unusable) {
      throw new UnknownTenantException(
          Paths.config(tenant)
              + " cannot be used, store a valid configuration: "
              + unusable.getMessage());
    }
  }

  /** An unreadable one is written anew from the journal. */
  private static Optional<ClosedDays> closedDays(DocumentSnapshot document) {
    try {
      return document.exists()
          ? Optional.of(ThrottleDocument.read(StoredFields.of(document)))
          : Optional.empty();
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  /** An account with what the ledger holds, if both are there and can be read. */
  private static Optional<AccountSnapshot> account(
      DocumentSnapshot document, DocumentSnapshot ledger) {
    try {
      Optional<List<Position>> held =
          LedgerDocument.read(
                  Optional.of(ledger).filter(DocumentSnapshot::exists).map(StoredFields::of))
              .map(TenantLedger::positions);
      return document.exists()
          ? held.map(
              AccountSnapshotForm.of(document.getId()).read(StoredFields.of(document))::holding)
          : Optional.empty();
    } catch (UnreadableValueException | UnreadableLedgerException unreadable) {
      return Optional.empty();
    }
  }

  /** The day that cycles have begun, if what they remember of it can be read. */
  private static Optional<DayEquity> begun(DocumentSnapshot policy, Instant now) {
    try {
      return policy.exists()
          ? PolicyDocument.read(StoredFields.of(policy), now).day()
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static EquityDays equity(List<QueryDocumentSnapshot> documents) {
    Map<LocalDate, Reading<EquityPoint>> points = new HashMap<>();
    for (QueryDocumentSnapshot document : documents) {
      day(document.getId()).ifPresent(day -> points.put(day, point(document)));
    }
    return EquityDays.of(points);
  }

  private static Optional<LocalDate> day(String id) {
    try {
      return Optional.of(LocalDate.parse(id));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Reading<EquityPoint> point(DocumentSnapshot document) {
    try {
      return Reading.of(EquityPointForm.FORM.read(StoredFields.of(document)));
    } catch (UnreadableValueException unreadable) {
      return Reading.unreadable();
    }
  }

  private static List<Symbol> symbols(
      Optional<AccountSnapshot> account, ShadowFacts shadow, TenantConfig config) {
    SortedSet<Symbol> symbols = shadow.symbols();
    config.market().benchmark().ifPresent(benchmark -> symbols.add(benchmark));
    account.stream()
        .flatMap(known -> known.positions().stream())
        .map(Position::symbol)
        .flatMap(Optional::stream)
        .forEach(symbol -> symbols.add(symbol));
    return List.copyOf(symbols);
  }

  private Map<Symbol, BarHistory> bars(TenantId tenant, List<Symbol> symbols) {
    Map<Symbol, BarHistory> bars = new HashMap<>();
    if (symbols.isEmpty()) {
      return bars;
    }
    List<DocumentSnapshot> markets =
        all(
            symbols.stream()
                .map(symbol -> Paths.marketData(tenant, symbol))
                .toArray(String[]::new));
    for (int i = 0; i < symbols.size(); i++) {
      Optional<BarHistory> history = history(markets.get(i));
      if (history.isPresent()) {
        bars.put(symbols.get(i), history.get());
      }
    }
    return bars;
  }

  private static Optional<BarHistory> history(DocumentSnapshot market) {
    try {
      return market.exists()
          ? Optional.of(SymbolMarketForm.FORM.read(StoredFields.of(market)).bars())
          : Optional.empty();
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  private List<DocumentSnapshot> all(String... paths) {
    return StoreCalls.await(
        firestore.getAll(
            Arrays.stream(paths).map(firestore::document).toArray(DocumentReference[]::new)));
  }
}
