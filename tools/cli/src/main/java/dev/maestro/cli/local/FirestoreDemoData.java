package dev.maestro.cli.local;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.cycle.AccountDocument;
import dev.maestro.firestore.cycle.MarketDocument;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The demo tenant in Firestore: five agents on three markets, thirty days of trades. */
final class FirestoreDemoData implements DemoData {
  static final TenantId TENANT = new TenantId("demo");

  private static final long SEED = 20260105;
  private static final int TRADES = 300;
  private static final Duration PAST = Duration.ofDays(30);
  private static final Duration SIGNAL_LIFE = Duration.ofMinutes(10);
  private static final BigDecimal EQUITY = new BigDecimal("100000.00");
  private static final int BARS = 200;

  private static final DemoQuotes BITCOIN = new DemoQuotes(new Symbol("BTCUSDT"), 60_000);
  private static final DemoQuotes ETHER = new DemoQuotes(new Symbol("ETHUSDT"), 3_000);
  private static final DemoQuotes SOLANA = new DemoQuotes(new Symbol("SOLUSDT"), 150);

  private static final List<DemoAgent> AGENTS =
      List.of(
          agent("trend-following", BITCOIN, 0.004, false),
          agent("mean-reversion", ETHER, 0.001, false),
          agent("whale-flow", BITCOIN, 0.005, true),
          agent("gamma-scalper", ETHER, -0.001, true),
          agent("sentiment-llm", SOLANA, 0.002, true));

  private static final Map<String, Object> CONFIG =
      Map.of(
          "cycle",
          Map.of("sizing", "ALLOCATION_ONLY"),
          "market",
          Map.of(
              "benchmark_symbol",
              BITCOIN.symbol().value(),
              "bar_minutes",
              DemoQuotes.BAR.toMinutes(),
              "symbols",
              List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")),
          "throttle",
          Map.of("periods_per_year", 365));

  private final Firestore firestore;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private int moves;

  /** Connects to the emulator that the settings name. */
  FirestoreDemoData(CloudSettings settings) {
    firestore = CloudFirestore.open(settings, new IoMeter());
  }

  private static DemoAgent agent(String id, DemoQuotes quotes, double skill, boolean sends) {
    return new DemoAgent(new StrategyId(id), quotes, skill, sends);
  }

  @Override
  public void seed(Instant now) {
    Tenant tenant = new Tenant(TENANT, "Demo", true, EQUITY, ZoneOffset.UTC, DemoAgent.UID);
    new TenantStore(firestore).create(tenant, CONFIG, "demo data", now);
    StrategyStore strategies = new StrategyStore(firestore);
    AGENTS.forEach(agent -> strategies.add(TENANT, agent.strategy()));
    WriteBatch batch = firestore.batch();
    for (int number = 0; number < TRADES; number++) {
      Instant closedAt = now.minus(PAST.multipliedBy(TRADES - number).dividedBy(TRADES));
      trade(batch, "demo-" + (1000 + number), AGENTS.get(number % AGENTS.size()), closedAt);
    }
    StoreCalls.await(batch.commit());
    move(now);
  }

  /** Every second time a trade closes. */
  @Override
  public void move(Instant now) {
    WriteBatch batch = firestore.batch();
    for (DemoQuotes quotes : List.of(BITCOIN, ETHER, SOLANA)) {
      put(batch, Paths.marketData(TENANT, quotes.symbol()), market(quotes, now));
    }
    put(batch, Paths.MARKET_DATA, Map.of("vix", new BigDecimal("18.40"), "as_of", now));
    put(batch, Paths.of(TENANT, "accounts/main"), account(now));
    for (DemoAgent agent : AGENTS) {
      if (agent.sends()) {
        put(batch, Paths.of(TENANT, "signals/" + agent.id()), message(agent, now));
      }
    }
    if (moves % 2 == 1) {
      DemoAgent agent = AGENTS.get(moves / 2 % AGENTS.size());
      trade(batch, "demo-live-" + now.getEpochSecond(), agent, now);
    }
    moves++;
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

  private void trade(WriteBatch batch, String id, DemoAgent agent, Instant closedAt) {
    Map<String, Object> fields = agent.trade(closedAt, random);
    fields.put("tenant_id", TENANT.value());
    put(batch, Paths.trade(DemoAgent.UID, id), fields);
  }

  /** Fields that somebody else wrote, such as the day's first equity, stay as they are. */
  private void put(WriteBatch batch, String path, Map<String, Object> fields) {
    batch.set(firestore.document(path), StoredValue.map(fields), SetOptions.merge());
  }

  private static Map<String, Object> market(DemoQuotes quotes, Instant now) {
    BarHistory history = new BarHistory(DemoQuotes.BAR, quotes.bars(now, BARS));
    Map<String, Object> fields =
        new LinkedHashMap<>(MarketDocument.fields(quotes.symbol(), history, now));
    fields.put("spread_bps", 2.0);
    fields.put("slippage_bps", 1.0);
    return fields;
  }

  private static Map<String, Object> account(Instant now) {
    BigDecimal quantity = new BigDecimal("0.05");
    BigDecimal paid = new BigDecimal("60000");
    BigDecimal gain = quantity.multiply(DemoText.decimal(BITCOIN.price(now), 4).subtract(paid));
    return AccountDocument.fields(
        new AccountSnapshot(
            "main",
            EQUITY.add(gain),
            EQUITY.subtract(quantity.multiply(paid)),
            List.of(
                new Position(
                    BITCOIN.symbol(), quantity, paid, Optional.of(new StrategyId("whale-flow")))),
            now));
  }

  private static Map<String, Object> message(DemoAgent agent, Instant now) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("signal", agent.signal(now));
    message.put("received_at", now);
    message.put("received_by", "demo data");
    message.put("expires_at", now.plus(SIGNAL_LIFE));
    return message;
  }
}
