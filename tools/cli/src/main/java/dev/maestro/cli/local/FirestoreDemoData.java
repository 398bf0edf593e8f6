package dev.maestro.cli.local;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.embedded.demo.DemoMarket;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.demo.ScriptedAgent;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.shadow.ShadowDocument;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** The demo world in Firestore: its tenant, thirty days of trades, and its market from now on. */
final class FirestoreDemoData implements DemoData {
  private static final Duration BAR = Duration.ofMinutes(5);
  private static final Duration PAST = Duration.ofDays(30);
  private static final Duration SIGNAL_LIFE = Duration.ofMinutes(10);

  /** The bar of the tape at which the system starts: three quarters of an hour before the gap. */
  private static final int FIRST_BAR = DemoWorld.beginOf("gap") - 9;

  private final Firestore firestore;
  private final DemoMarket market;
  private final DemoTrades trades;
  private final SplittableRandom random = new SplittableRandom(DemoWorld.SEED);

  /**
   * Connects to the emulator that the settings name.
   *
   * @param began when the system starts
   */
  FirestoreDemoData(CloudSettings settings, Instant began) {
    long seconds = BAR.toSeconds();
    Instant bar = Instant.ofEpochSecond(began.getEpochSecond() / seconds * seconds);
    firestore = CloudFirestore.open(settings, new IoMeter());
    market = new DemoMarket(bar.minus(BAR.multipliedBy(FIRST_BAR)), BAR);
    trades = new DemoTrades(market);
  }

  @Override
  public void seed(Instant now) {
    new TenantStore(firestore)
        .create(DemoWorld.TENANT, DemoWorld.config(BAR.toMinutes()), "demo data", now);
    StrategyStore strategies = new StrategyStore(firestore);
    DemoWorld.strategies().forEach(strategy -> strategies.add(DemoWorld.TENANT.id(), strategy));
    MemberStore members = new MemberStore(firestore);
    DemoPeople.members().forEach(member -> members.put(DemoWorld.TENANT.id(), member));
    WriteBatch batch = firestore.batch();
    trades
        .past(now, PAST)
        .forEach((id, trade) -> put(batch, Paths.trade(DemoWorld.UID, id), trade));
    put(batch, tenant("accounts/main"), account(now));
    StoreCalls.await(batch.commit());
    closeYesterday(now);
    move(now);
  }

  /** So that the throttle knows the past from the first slot on, as it does in a running system. */
  private void closeYesterday(Instant now) {
    Alerts alerts = new Alerts(firestore, (message, fields) -> {});
    FirestoreSnapshot.closeDay(
            firestore, alerts, FirestoreSnapshot.windows(firestore, alerts, Map.of()), Map.of())
        .close(DemoWorld.TENANT.id(), LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1), now);
  }

  @Override
  public void move(Instant now) {
    int bar = market.newestAt(now);
    WriteBatch batch = firestore.batch();
    DemoWorld.LEVELS
        .keySet()
        .forEach(
            symbol ->
                put(
                    batch,
                    Paths.marketData(DemoWorld.TENANT.id(), symbol),
                    marketFields(symbol, bar)));
    put(batch, Paths.MARKET_DATA, Map.of("vix", market.vix(bar), "as_of", now));
    Optional<Ledger> ledger =
        LedgerDocument.read(
                read("ledger/main").filter(DocumentSnapshot::exists).map(StoredFields::of))
            .map(TenantLedger::ledger);
    Optional<ShadowBook> shadow = read(ShadowDocument.PATH).flatMap(ShadowDocument::read);
    for (ScriptedAgent agent : DemoWorld.AGENTS) {
      agent
          .signal(market, bar, heldSince(agent, ledger, shadow), random.split())
          .ifPresent(signal -> say(batch, agent, message(signal, now)));
    }
    StoreCalls.await(batch.commit());
  }

  @Override
  public void close() {
    try {
      firestore.close();
    } catch (Exception alreadyGone) {
      throw new IllegalStateException("the demo data cannot let go of Firestore", alreadyGone);
    }
  }

  /** In place of what it said before, all of it. */
  private void say(WriteBatch batch, ScriptedAgent agent, Map<String, Object> message) {
    batch.set(firestore.document(tenant("signals/" + agent.id())), StoredValue.map(message));
  }

  /** Fields that somebody else wrote, such as the day's first equity, stay as they are. */
  private void put(WriteBatch batch, String path, Map<String, Object> fields) {
    batch.set(firestore.document(path), StoredValue.map(fields), SetOptions.merge());
  }

  private static String tenant(String rest) {
    return Paths.of(DemoWorld.TENANT.id(), rest);
  }

  private Optional<DocumentSnapshot> read(String rest) {
    return Optional.of(StoreCalls.await(firestore.document(tenant(rest)).get()));
  }

  /** The bar at which it opened what it holds, in earnest or on paper. */
  private Optional<Integer> heldSince(
      ScriptedAgent agent, Optional<Ledger> ledger, Optional<ShadowBook> shadow) {
    PositionKey key = new PositionKey(agent.symbol(), Holder.of(agent.id()));
    Optional<Instant> inEarnest =
        ledger.flatMap(known -> known.book().holdings().get(key)).map(LedgerHolding::openedAt);
    return inEarnest
        .or(
            () ->
                shadow
                    .flatMap(book -> book.book().held(key).stream().findFirst())
                    .map(PaperPosition::openedAt))
        .map(market::newestAt);
  }

  private Map<String, Object> marketFields(Symbol symbol, int bar) {
    BarHistory bars = market.bars(symbol, bar, DemoWorld.VISIBLE);
    SymbolMarket known =
        new SymbolMarket(bars, OptionalDouble.empty(), TradingCosts.UNKNOWN, market.closeOf(bar));
    Map<String, Object> fields = SymbolMarketForm.PRICES.write(known);
    fields.put("symbol", symbol.value());
    fields.put("spread_bps", DemoMarket.SPREAD_BPS);
    fields.put("slippage_bps", DemoMarket.SLIPPAGE_BPS);
    return fields;
  }

  /** Of an account that the broker on paper keeps from now on. */
  private static Map<String, Object> account(Instant now) {
    BigDecimal start = DemoWorld.TENANT.baseCapital();
    Map<String, Object> fields =
        new LinkedHashMap<>(
            AccountSnapshotForm.of("main")
                .write(new AccountSnapshot("main", start, start, List.of(), now)));
    fields.put("executor", PaperDesk.EXECUTOR);
    return fields;
  }

  private static Map<String, Object> message(Map<String, Object> signal, Instant now) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("signal", signal);
    message.put("received_at", now);
    message.put("received_by", "demo data");
    message.put("expires_at", now.plus(SIGNAL_LIFE));
    return message;
  }
}
