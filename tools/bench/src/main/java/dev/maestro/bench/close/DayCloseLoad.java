package dev.maestro.bench.close;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What closing a day of many strategies costs, each with trades on 3 days in the journal of a user
 * of its own: documents, calls, and the time beside a bare loop that reads and writes the same rows
 * one strategy after the other, and looks at each user's documents, nothing decided.
 *
 * <p>Run it with {@code ./maestro bench days}. Its figures stand in docs/performance.md.
 */
public final class DayCloseLoad {
  private static final int STRATEGIES = 200;
  private static final int DAYS = 3;
  private static final int ROUNDS = 3;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");

  private final CloseStage stage;

  private DayCloseLoad(CloseStage stage) {
    this.stage = stage;
  }

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    try (CloseStage stage = CloseStage.start(Files.createTempDirectory("maestro-bench"))) {
      DayCloseLoad load = new DayCloseLoad(stage);
      for (int round = 0; round <= ROUNDS; round++) {
        load.round(round);
      }
    }
  }

  private void round(int round) {
    TenantId tenant = new TenantId("t" + round);
    tenant(tenant);
    IoMeter.Count before = stage.meter.count();
    long start = System.nanoTime();
    CloseDay.Closing closing = closing().close(tenant, DAY, NOW);
    double seconds = (System.nanoTime() - start) / 1e9;
    IoMeter.Count count = stage.meter.count().since(before);
    double bare = bare(tenant);
    System.out.printf(
        Locale.ROOT,
        "%s: %d strategies, %d rows written: %.2f s, %.2f documents read and %.3f calls per"
            + " strategy; bare loop %.2f s; the closing takes %.2f x%n",
        round == 0 ? "warm-up" : "round " + round,
        closing.strategies(),
        closing.written(),
        seconds,
        (double) count.reads() / STRATEGIES,
        (double) count.calls() / STRATEGIES,
        bare,
        seconds / bare);
  }

  private CloseDay closing() {
    return FirestoreSnapshot.closeDay(
        stage.firestore,
        new Alerts(stage.firestore, (message, fields) -> {}),
        FirestoreSnapshot.windows(
            stage.firestore, new Alerts(stage.firestore, (message, fields) -> {}), Map.of()),
        Map.of());
  }

  /** For each strategy its journal, its rows read and written, its windows read and written. */
  private double bare(TenantId tenant) {
    long start = System.nanoTime();
    for (int i = 0; i < STRATEGIES; i++) {
      Uid owner = owner(tenant, i);
      StoreCalls.await(stage.firestore.collection(Paths.journal(owner)).get());
      List<DocumentSnapshot> rows = rows(tenant, owner, i);
      write(tenant, rows);
      List<DocumentSnapshot> windows =
          StoreCalls.await(
              stage.firestore.getAll(
                  stage.firestore.document(Paths.performance(owner)),
                  stage.firestore.document(Paths.weights(owner))));
      write(tenant, windows);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private List<DocumentSnapshot> rows(TenantId tenant, Uid owner, int strategy) {
    DocumentReference[] places = new DocumentReference[DAYS];
    for (int day = 0; day < DAYS; day++) {
      places[day] =
          stage.firestore.document(
              Paths.of(
                  tenant,
                  "strategy_performance/" + owner + "__s" + strategy + "__" + DAY.minusDays(day)));
    }
    return StoreCalls.await(stage.firestore.getAll(places));
  }

  private void write(TenantId tenant, List<DocumentSnapshot> documents) {
    WriteBatch batch = stage.firestore.batch();
    documents.forEach(
        document ->
            batch.set(
                stage.firestore.document(
                    Paths.of(
                        tenant, "bare/" + document.getReference().getPath().replace('/', '_'))),
                Objects.requireNonNull(document.getData(), document.getId())));
    StoreCalls.await(batch.commit());
  }

  private static Uid owner(TenantId tenant, int strategy) {
    return new Uid("owner-of-" + tenant + "-" + strategy);
  }

  private void tenant(TenantId id) {
    Tenant tenant =
        new Tenant(id, "Bench", true, new BigDecimal("10000"), ZoneOffset.UTC, owner(id, 0));
    new TenantStore(stage.firestore).create(tenant, Map.of(), "bench", NOW.minusSeconds(86_400));
    StrategyStore strategies = new StrategyStore(stage.firestore);
    MemberStore members = new MemberStore(stage.firestore);
    for (int i = 0; i < STRATEGIES; i++) {
      Uid owner = owner(id, i);
      // The journals of strangers are nobody's to close.
      members.put(id, new Member(owner, Role.VIEWER, List.of(), Optional.of(NOW)));
      strategies.add(id, RegisteredStrategy.live(new StrategyId("s" + i), owner));
      WriteBatch batch = stage.firestore.batch();
      for (int day = 0; day < DAYS; day++) {
        batch.set(
            stage.firestore.document(Paths.trade(owner, "t" + day)),
            StoredValue.map(trade("s" + i, DAY.minusDays(day))));
      }
      StoreCalls.await(batch.commit());
    }
  }

  private static Map<String, Object> trade(String strategy, LocalDate day) {
    return Map.of(
        "agent_id", strategy,
        "closed_at", day.atTime(12, 0).toInstant(ZoneOffset.UTC),
        "entry_price", "10",
        "quantity", "5",
        "realized_pnl", "7");
  }
}
