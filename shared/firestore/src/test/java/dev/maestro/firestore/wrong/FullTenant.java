package dev.maestro.firestore.wrong;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import com.google.firestore.v1.Document;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.firestore.cycle.FirestoreConductStage;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant of which every kind of document says something. Every strategy that wants to buy is kept
 * from it by one fact of its own, but for {@code plain}, which is not.
 */
final class FullTenant {
  static final String PROJECT = "demo-wrong";
  static final TenantId TENANT = new TenantId("acme");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** When the slot that is attacked is decided. */
  static final Instant NOW = NOON.plus(Duration.ofMinutes(30)).plusSeconds(2);

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final Uid OWNER = new Uid("owner");
  private static final List<String> BUYERS =
      List.of("plain", "held", "shadow", "disabled", "unsure", "stale", "throttled", "barred");

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final Firestore firestore;
  private final FirestoreConductStage stage;
  private WriteBatch journal;

  private FullTenant(Firestore firestore) {
    this.firestore = firestore;
    this.stage = new FirestoreConductStage(firestore);
    this.journal = firestore.batch();
  }

  /** What each of the scenes has stored, by its name. */
  static Map<String, SortedMap<String, Document>> scenes() {
    SharedEmulator.clear(PROJECT);
    FullTenant tenant =
        new FullTenant(AnsweringWire.connect(PROJECT, SharedEmulator.firestore(), new Recorder()));
    Map<String, SortedMap<String, Document>> scenes = new TreeMap<>();
    tenant.create();
    tenant.untilItIs(NOON.plus(Duration.ofMinutes(30)));
    tenant.lateTrade();
    scenes.put("open", tenant.recorded());
    tenant.blocked();
    scenes.put("blocked", tenant.recorded());
    tenant.account("10000");
    scenes.put("latched", tenant.recorded());
    return scenes;
  }

  private void create() {
    stage.createTenant(TENANT, NOON);
    for (String section : List.of("values", "valid.values")) {
      StoreCalls.await(
          firestore
              .document(Paths.config(TENANT))
              .update(
                  section,
                  StoredValue.map(
                      Map.of(
                          "market", Map.of("benchmark_symbol", "SPY"),
                          "meta", Map.of("enabled", true),
                          "cycle",
                              Map.of(
                                  "vix_check", true,
                                  "ensemble_input", true)))));
    }
    for (String buyer : BUYERS) {
      strategy(buyer, StrategyStatus.LIVE);
    }
    strategy("seller", StrategyStatus.LIVE);
    change("strategies/shadow", "status", "SHADOW");
    change("strategies/disabled", "status", "DISABLED");
    stage.set(Paths.GLOBAL_CONTROL, Map.of("state", "ACTIVE", "reason", ""));
    stage.set(Paths.MARKET_DATA, Map.of("vix", "18", "as_of", NOON));
    stage.set(path("inputs/ensemble"), Map.of("quality", "0.9", "as_of", NOON));
    weights();
    trades();
    StoreCalls.await(journal.commit());
    closedDays();
    account("10000");
    market(101);
  }

  private void strategy(String id, StrategyStatus status) {
    new StrategyStore(firestore)
        .add(TENANT, RegisteredStrategy.live(new StrategyId(id), OWNER).with(status));
  }

  private void weights() {
    Map<String, Object> weights = new TreeMap<>();
    BUYERS.forEach(buyer -> weights.put(buyer, new BigDecimal("0.1")));
    stage.set(Paths.weights(OWNER), Map.of("weights", weights, "tenant_id", TENANT));
  }

  /** Every strategy earns in its own symbol; what {@code barred} wants to buy has only lost. */
  private void trades() {
    for (int i = 0; i < 12 * BUYERS.size(); i++) {
      Instant closed = NOON.minus(Duration.ofHours(3L * (12 * BUYERS.size() - i)));
      String pnl = i / BUYERS.size() % 4 == 0 ? "-10" : "40";
      trade("good" + i, BUYERS.get(i % BUYERS.size()), "AAPL", pnl, closed);
    }
    for (int i = 0; i < 12; i++) {
      trade("bad" + i, "seller", "BAD", "-5", NOON.minus(Duration.ofDays(20 - i)));
    }
  }

  private void lateTrade() {
    journal = firestore.batch();
    trade("late", "plain", "AAPL", "-30", NOON.plus(Duration.ofMinutes(26)));
    StoreCalls.await(journal.commit());
  }

  private void trade(String id, String agent, String symbol, String pnl, Instant closedAt) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("agent_id", agent);
    fields.put("strategy_id", agent);
    fields.put("tenant_id", TENANT);
    fields.put("symbol", symbol);
    fields.put("closed_at", closedAt);
    fields.put("realized_pnl", pnl);
    fields.put("entry_price", "100");
    fields.put("quantity", "1");
    fields.put("multiplier", "1");
    fields.put("risk_amount", "20");
    journal.set(firestore.document(Paths.trade(OWNER, id)), StoredValue.map(fields));
  }

  private void closedDays() {
    SortedMap<StrategyId, PerformanceReading> days = new TreeMap<>();
    BUYERS.forEach(
        buyer ->
            days.put(
                new StrategyId(buyer),
                new PerformanceReading.Rows(rows(buyer.equals("throttled") ? -80 : 60))));
    days.put(new StrategyId("seller"), new PerformanceReading.Rows(rows(50)));
    stage.set(
        path(ThrottleDocument.PATH),
        ThrottleDocument.fields(new ClosedDays(days, TODAY.minusDays(1), NOON)));
  }

  private static List<DayResult> rows(int pnl) {
    List<DayResult> rows = new ArrayList<>();
    for (LocalDate day = TODAY.minusDays(14); day.isBefore(TODAY); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        rows.add(
            new DayResult(
                day,
                BigDecimal.valueOf(pnl + day.getDayOfMonth() % 3),
                Optional.of(BigDecimal.ZERO),
                Optional.of(new BigDecimal("10000"))));
      }
    }
    return rows;
  }

  private void account(String equity) {
    AccountSnapshot account =
        new AccountSnapshot(
            "main",
            new BigDecimal(equity),
            new BigDecimal("5000"),
            List.of(
                position("MSFT", "held"), position("AMZN", "seller"), position("GOOG", "trend")),
            clock.instant());
    Map<String, Object> fields = StoredValue.map(AccountSnapshotForm.of("main").write(account));
    StoreCalls.await(
        firestore
            .document(path("accounts/main"))
            .set(fields, com.google.cloud.firestore.SetOptions.merge()));
  }

  private static Position position(String symbol, String strategy) {
    return new Position(
        new Symbol(symbol), BigDecimal.ONE, new BigDecimal("100"), new StrategyId(strategy));
  }

  private void market(double highest) {
    List<Bar> bars = new ArrayList<>();
    Instant start = NOON.minus(Duration.ofHours(3));
    for (int i = 0; i < 60; i++) {
      double high = i == 38 ? highest : 101;
      bars.add(new Bar(start.plus(Duration.ofMinutes(5L * i)), 100, high, 99, 100, 1000));
    }
    Map<String, Object> fields =
        new HashMap<>(
            SymbolMarketForm.PRICES.write(
                new SymbolMarket(
                    new BarHistory(Duration.ofMinutes(5), bars),
                    OptionalDouble.empty(),
                    TradingCosts.UNKNOWN,
                    clock.instant())));
    fields.put("spread_bps", 2.0);
    fields.put("slippage_bps", 2.0);
    fields.put("spread", "LOW");
    fields.put("slippage", "LOW");
    fields.put("cost_in_R", 0.05);
    stage.set(Paths.marketData(TENANT, Beginnings.BENCHMARK), fields);
  }

  private void signals() {
    for (String buyer : BUYERS) {
      String symbol =
          switch (buyer) {
            case "held" -> "MSFT";
            case "barred" -> "BAD";
            default -> "AAPL";
          };
      Instant made =
          clock
              .instant()
              .minus(buyer.equals("stale") ? 3600 : 1, java.time.temporal.ChronoUnit.SECONDS);
      signal(buyer, "BUY", symbol, buyer.equals("unsure") ? "0.1" : "0.95", made);
    }
    signal("seller", "SELL", "AMZN", "0.9", clock.instant().minusSeconds(1));
    signal("trend", "BUY", "GOOG", "0.95", clock.instant().minusSeconds(1));
  }

  private void signal(String by, String action, String symbol, String confidence, Instant made) {
    Map<String, Object> content = new HashMap<>();
    content.put("action", action);
    content.put("symbol", symbol);
    content.put("allocation", "0.2");
    content.put("confidence", confidence);
    content.put("price", "100");
    content.put("stop_price", action.equals("BUY") ? "95" : "105");
    content.put("generated_at", made.toString());
    content.put("expires_at", made.plusSeconds(540).toString());
    content.put("signal_id", by + "-1");
    content.put("reasoning", "it rises");
    content.put("metadata", Map.of("rsi", "30"));
    content.put("asset_class", "EQUITY");
    content.put("opens_short", false);
    content.put("quantity", "1");
    stage.keep(
        TENANT,
        new SentSignal(
            new StrategyName(by),
            Optional.of(content),
            Optional.of(made),
            Optional.of(made.plusSeconds(540))));
  }

  /** Cycles every five minutes, with everything fed again before each. */
  private void untilItIs(Instant end) {
    while (clock.instant().isBefore(end)) {
      account("10000");
      cycle();
      clock.pass(Duration.ofMinutes(5));
    }
    account("10000");
    market(101);
    signals();
  }

  /** A day's loss of 6 %, a wild market, high costs, a poor ensemble, a fearful index. */
  private void blocked() {
    account("9400");
    market(160);
    for (String cost : List.of("spread_bps", "slippage_bps")) {
      change("marketData/SPY", cost, 50.0);
    }
    change("marketData/SPY", "cost_in_R", 2.0);
    change("inputs/ensemble", "quality", "0.1");
    StoreCalls.await(firestore.document(Paths.MARKET_DATA).update("vix", "45"));
    change("control/state", "state", "REDUCING");
    Instant slot = NOON.plus(Duration.ofMinutes(25));
    clock.pass(Duration.between(clock.instant(), slot.plusSeconds(302)));
    conduct(new Slot(NOON.plus(Duration.ofMinutes(30))));
    clock.pass(Duration.ofMinutes(5));
    account("9400");
    signals();
  }

  private void cycle() {
    conduct(Slot.of(clock.instant()));
  }

  private void conduct(Slot slot) {
    new ConductSlot(
            stage.cycles(),
            new BarsMarket(),
            (tenant, code, message, now) -> {},
            clock,
            Duration.ofSeconds(60),
            "test")
        .conduct(TENANT, slot, "owner " + slot.start());
  }

  private void change(String rest, String field, Object value) {
    StoreCalls.await(firestore.document(path(rest)).update(field, value));
  }

  private SortedMap<String, Document> recorded() {
    Recorder recorder = new Recorder();
    Firestore recording = AnsweringWire.connect(PROJECT, SharedEmulator.firestore(), recorder);
    new FirestoreCycles(recording, Map.of()).load(TENANT, clock.instant());
    return recorder.documents();
  }

  private static String path(String rest) {
    return Paths.of(TENANT, rest);
  }
}
