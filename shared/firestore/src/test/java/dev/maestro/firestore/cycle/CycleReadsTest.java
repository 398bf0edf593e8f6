package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.firestore.audit.RecordDocument;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cycle costs, counted on the wire. */
class CycleReadsTest {
  private static final String PROJECT = "demo-cycle-reads";
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int FIXED = 13;

  private final IoMeter meter = new IoMeter();
  private final Firestore firestore =
      FirestoreConnection.open(StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), meter);

  @ParameterizedTest
  @CsvSource({"5, 0, 0", "5, 5, 3", "50, 50, 10"})
  void a_cycle_reads_13_documents_and_one_per_strategy_signal_and_new_trade(
      int strategies, int signals, int trades) {
    SharedEmulator.clear(PROJECT);
    FirestoreConductStage stage = new FirestoreConductStage(firestore);
    stage.createTenant(new TenantId("acme"), NOON);
    register(strategies - 2);
    send(signals);
    MovableClock clock = new MovableClock(NOON.plusSeconds(2));
    cycle(clock, new Slot(NOON));
    clock.pass(Duration.ofMinutes(5));
    stage.reportAccount(new TenantId("acme"), new BigDecimal("10000"), clock.instant());
    close(new Uid("owner"), trades, clock.instant().minusSeconds(1));

    IoMeter.Count before = meter.count();
    Conclusion conclusion = cycle(clock, new Slot(NOON.plus(Duration.ofMinutes(5))));
    IoMeter.Count count = meter.count().since(before);

    assertThat(conclusion).isInstanceOf(Conclusion.Decided.class);
    assertThat(count.reads()).isEqualTo(FIXED + strategies + signals + trades);
    assertThat(count.writes())
        .as(
            "slot twice, record, its input, chain, policy, history, statistics, screen, ledger,"
                + " metrics, twin")
        .isLessThanOrEqualTo(12);
    assertThat(count.calls()).as("slot, two rounds of parallel reads, commit").isEqualTo(8);
  }

  @Test
  void trades_are_read_again_until_they_are_10_minutes_old_and_a_further_user_costs_one_document() {
    SharedEmulator.clear(PROJECT);
    FirestoreConductStage stage = new FirestoreConductStage(firestore);
    stage.createTenant(new TenantId("acme"), NOON);
    new StrategyStore(firestore)
        .add(
            new TenantId("acme"),
            RegisteredStrategy.live(new StrategyId("guest"), new Uid("second")));
    MovableClock clock = new MovableClock(NOON.plusSeconds(2));
    cycle(clock, new Slot(NOON));
    close(new Uid("owner"), 3, NOON.plusSeconds(240));
    close(new Uid("second"), 2, NOON.plusSeconds(240));
    List<Integer> again = new ArrayList<>();
    for (int slot = 1; slot <= 4; slot++) {
      clock.pass(Duration.ofMinutes(5));
      stage.reportAccount(new TenantId("acme"), new BigDecimal("10000"), clock.instant());
      IoMeter.Count before = meter.count();
      cycle(clock, new Slot(NOON.plus(Duration.ofMinutes(5L * slot))));
      IoMeter.Count count = meter.count().since(before);
      int strategies = 3;
      int furtherUser = 1;
      again.add((int) count.reads() - FIXED - strategies - furtherUser);
      assertThat(count.calls()).as("two queries of a further journal").isEqualTo(10);
    }
    assertThat(again).as("trades read per cycle").containsExactly(5, 5, 5, 0);
  }

  private Conclusion cycle(MovableClock clock, Slot slot) {
    return new ConductSlot(
            new FirestoreCycles(firestore, Map.of()),
            new CalmMarket(),
            (tenant, code, message, now) -> {},
            clock,
            Duration.ofSeconds(60),
            "test")
        .conduct(new TenantId("acme"), slot, "owner");
  }

  private void register(int more) {
    StrategyStore store = new StrategyStore(firestore);
    for (int i = 0; i < more; i++) {
      store.add(
          new TenantId("acme"), RegisteredStrategy.live(new StrategyId("s" + i), new Uid("owner")));
    }
  }

  private void send(int signals) {
    WriteBatch batch = firestore.batch();
    for (int i = 0; i < signals; i++) {
      batch.set(
          firestore.document(Paths.of(new TenantId("acme"), "signals/s" + i)),
          Map.of("signal", RecordDocument.encode(Map.of("action", "HOLD"))));
    }
    StoreCalls.await(batch.commit());
  }

  private void close(Uid uid, int trades, Instant closedAt) {
    WriteBatch batch = firestore.batch();
    for (int i = 0; i < trades; i++) {
      batch.set(
          firestore.document(Paths.trade(uid, "t" + i)),
          StoredValue.map(
              Map.of(
                  "agent_id", "trend",
                  "closed_at", closedAt,
                  "realized_pnl", "1.5",
                  "entry_price", "100",
                  "quantity", "1")));
    }
    StoreCalls.await(batch.commit());
  }
}
