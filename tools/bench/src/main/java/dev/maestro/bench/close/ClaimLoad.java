package dev.maestro.bench.close;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.LedgerRun;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.claim.IntentDocument;
import dev.maestro.firestore.claim.LedgerDocument;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.TenantStore;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a claim and a final report cost on a ledger with many open intents: documents, calls, and
 * the middle of their times beside a bare transaction that reads as many documents in one call and
 * writes as many of the same size, nothing decided.
 *
 * <p>Run it with {@code ./maestro bench claim}. Its figures stand in docs/performance.md.
 */
public final class ClaimLoad {
  private static final int INTENTS = 100;
  private static final int ROUNDS = 3;
  private static final String EXECUTOR = "bench";
  private static final BigDecimal PRICE = new BigDecimal("100");

  private final CloseStage stage;
  private final FirestoreLedgers ledgers;

  private ClaimLoad(CloseStage stage) {
    this.stage = stage;
    this.ledgers =
        new FirestoreLedgers(
            stage.firestore,
            InstantSource.system(),
            new Alerts(stage.firestore, (message, fields) -> {}),
            "bench");
  }

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    try (CloseStage stage = CloseStage.start(Files.createTempDirectory("maestro-bench"))) {
      ClaimLoad load = new ClaimLoad(stage);
      for (int round = 0; round <= ROUNDS; round++) {
        load.round(round);
      }
    }
  }

  private void round(int round) {
    TenantId tenant = new TenantId("t" + round);
    begin(tenant);
    List<Double> bare = times(i -> bare(tenant, i));
    IoMeter.Count before = stage.meter.count();
    List<Double> claims =
        times(i -> require(ledgers.apply(tenant, AccountId.MAIN, claim(i)).code()));
    IoMeter.Count claimed = stage.meter.count().since(before);
    List<Double> reports =
        times(i -> require(ledgers.apply(tenant, AccountId.MAIN, report(i)).code()));
    System.out.printf(
        Locale.ROOT,
        "%s: %d open intents: p50 of a claim %.1f ms, of a report %.1f ms, of a bare transaction"
            + " %.1f ms: %.2f x and %.2f x; a claim reads %.1f documents%n",
        round == 0 ? "warm-up" : "round " + round,
        INTENTS,
        middle(claims),
        middle(reports),
        middle(bare),
        middle(claims) / middle(bare),
        middle(reports) / middle(bare),
        (double) claimed.reads() / INTENTS);
  }

  /** One step of a run. */
  private interface Step {
    void run(int number);
  }

  private static List<Double> times(Step step) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < INTENTS; i++) {
      long start = System.nanoTime();
      step.run(i);
      times.add((System.nanoTime() - start) / 1e6);
    }
    return times;
  }

  private static double middle(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static void require(CommandCode code) {
    if (code != CommandCode.GRANTED && code != CommandCode.RECORDED) {
      throw new IllegalStateException("a command was answered " + code);
    }
  }

  private static Nonce nonce(int number) {
    return new Nonce("n" + number);
  }

  private static LedgerCommand claim(int number) {
    return new LedgerCommand.Claim(nonce(number), EXECUTOR, "a token of bench " + number);
  }

  private static LedgerCommand report(int number) {
    FilledSoFar figures = new FilledSoFar(Quantity.of("1"), Money.of("100"), Money.of("0.1"));
    return new LedgerCommand.Report(
        nonce(number), "a token of bench " + number, Optional.of(figures), Instant.now(), true);
  }

  /** Reads what a claim reads, and writes ledger and intent to places of their own. */
  private void bare(TenantId tenant, int number) {
    DocumentReference[] read = {
      stage.firestore.document(Paths.ledger(tenant, AccountId.MAIN)),
      stage.firestore.document(Paths.intent(tenant, nonce(number))),
      stage.firestore.document(Paths.control(tenant)),
      stage.firestore.document(Paths.GLOBAL_CONTROL),
      stage.firestore.document(Paths.of(tenant, "policy/current"))
    };
    StoreCalls.await(
        stage.firestore.runTransaction(
            transaction -> {
              List<DocumentSnapshot> found = transaction.getAll(read).get();
              for (int i = 0; i < 2; i++) {
                transaction.set(
                    stage.firestore.document(Paths.of(tenant, "bare/" + i)),
                    Objects.requireNonNull(found.get(i).getData()));
              }
              return found.size();
            }));
  }

  private void begin(TenantId tenant) {
    Instant now = Instant.now();
    new TenantStore(stage.firestore)
        .create(
            new Tenant(
                tenant, "Bench", true, new BigDecimal("1000000"), ZoneOffset.UTC, new Uid("bench")),
            Map.of(),
            "bench",
            now);
    LedgerChanges reserved = reserved(now);
    WriteBatch batch = stage.firestore.batch();
    batch.set(
        stage.firestore.document(Paths.ledger(tenant, AccountId.MAIN)),
        LedgerDocument.fields(tenant, reserved.ledger()));
    reserved
        .reserved(AccountId.MAIN)
        .forEach(
            each ->
                batch.set(
                    stage.firestore.document(Paths.intent(tenant, each.intent().intent().nonce())),
                    IntentDocument.fields(tenant, each.intent(), each.history())));
    batch.set(
        stage.firestore.document(Paths.of(tenant, "policy/current")),
        StoredValue.map(StabilityStateForm.FORM.write(open(now))));
    StoreCalls.await(batch.commit());
  }

  private static LedgerChanges reserved(Instant now) {
    CapitalConfig config =
        new CapitalConfig(SizingLimits.DEFAULTS, TimeLimits.DEFAULTS, 5, 10_000, 500);
    LedgerRun run =
        new LedgerRun(
            LedgerChanges.none(TenantLedger.born(EXECUTOR, Collections.emptySortedMap(), config)),
            now);
    run.run(
        new LedgerCommand.Snapshot(
            Optional.of(Money.of("1000000")),
            Optional.of(Money.of("1000000")),
            now,
            Optional.of(List.of())));
    for (int i = 0; i < INTENTS; i++) {
      run.reserve(nonce(i), entry(i), instructions());
    }
    return run.changes();
  }

  private static LedgerCommand entry(int number) {
    EntryTerms terms =
        new EntryTerms(
            OrderSide.BUY,
            new BigDecimal("0.005"),
            BigDecimal.ONE,
            Optional.of(PRICE),
            Optional.empty(),
            Optional.of(PRICE),
            BigDecimal.TEN,
            BigDecimal.valueOf(100));
    StrategyId strategy = new StrategyId("s" + number);
    return new LedgerCommand.Reserve(
        nonce(number),
        new PositionKey(new Symbol("S" + number), Holder.of(strategy)),
        Optional.of(new AgentId(strategy.value())),
        terms,
        false,
        1_000,
        1_000);
  }

  private static OrderInstructions instructions() {
    return new OrderInstructions(
        EntryMode.NORMAL,
        ExitMode.TREND_FOLLOW,
        OrderType.MARKET,
        Optional.empty(),
        BigDecimal.ONE,
        false,
        "bench");
  }

  private static StabilityState open(Instant now) {
    TradingPolicy policy =
        new TradingPolicy(
            RiskProfile.NORMAL,
            new TradingLimits(
                new Percent(1), Fraction.ZERO, EntryMode.NORMAL, ExitMode.TREND_FOLLOW, 1_000),
            SymbolLists.none(SymbolsDefault.ALLOW),
            "bench",
            Set.of(),
            now,
            ProfileName.SAFE);
    return new StabilityState(
        policy, Optional.of(now), Optional.of(now), Optional.empty(), Map.of());
  }
}
