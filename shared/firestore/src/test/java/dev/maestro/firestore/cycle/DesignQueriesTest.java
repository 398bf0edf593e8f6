package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.testing.reweigh.Trades;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The three questions that the design asks the log, letter by letter, after twelve cycles between
 * which trades were closed: every answer is a decision.
 */
class DesignQueriesTest {
  private static final String PROJECT = "demo-design-queries";
  private static final TenantId TENANT = new TenantId("acme");
  private static final Uid OWNER = new Uid("owner");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int CYCLES = 12;
  private static final int SYSTEMIC_CYCLE = 3;
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  private final MovableClock clock = new MovableClock(NOON);
  private final List<String> sessions = new ArrayList<>();
  private FirestoreConductStage stage = new FirestoreConductStage(FIRESTORE);

  @BeforeEach
  void twelve_cycles_and_as_many_closed_trades() {
    SharedEmulator.clear(PROJECT);
    stage = new FirestoreConductStage(FIRESTORE);
    stage.createTenant(TENANT, NOON);
    new StrategyStore(FIRESTORE)
        .add(TENANT, RegisteredStrategy.live(new StrategyId("breakout"), OWNER));
    Alerts alerts = new Alerts(FIRESTORE, (message, fields) -> {});
    Reweigh reweigh = FirestoreReweigh.of(FIRESTORE, alerts, Map.of());
    reweigh.configure(OWNER, TENANT, WeightsConfig.DEFAULTS, NOON);
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      clock.set(NOON.plus(Duration.ofMinutes(5L * cycle)).plusSeconds(2));
      if (cycle == SYSTEMIC_CYCLE) {
        List.of("trend", "meanrev", "breakout").forEach(this::sells);
      }
      conduct();
      StoreCalls.await(
          FIRESTORE
              .document(Paths.trade(OWNER, "t" + cycle))
              .set(StoredValue.map(Trades.closed("trend", cycle, cycle))));
      reweigh.onTradeWritten(OWNER, "t" + cycle, "event", clock.instant().plusSeconds(1));
    }
  }

  @Test
  void the_last_ten_decisions_are_decisions() {
    Query query = logs().orderBy("timestamp", Query.Direction.DESCENDING).limit(10);
    List<QueryDocumentSnapshot> found = found(query);
    List<String> newestFirst = new ArrayList<>(sessions.subList(CYCLES - 10, CYCLES));
    Collections.reverse(newestFirst);
    assertThat(found).extracting(log -> log.getString("session_id")).isEqualTo(newestFirst);
    assertThat(found).allSatisfy(log -> assertThat(decisions(log)).hasSize(3));
  }

  @Test
  void the_history_of_a_strategy_has_an_entry_of_every_cycle() {
    List<String> history = new ArrayList<>();
    for (QueryDocumentSnapshot log : found(logs().orderBy("timestamp"))) {
      for (Map<?, ?> decision : decisions(log)) {
        if ("trend".equals(decision.get("strategy_name"))) {
          assertThat(decision.containsKey("mode")).isTrue();
          history.add(log.getString("session_id"));
        }
      }
    }
    assertThat(history).isEqualTo(sessions);
  }

  @Test
  void systemic_events_are_found_newest_first_with_their_details() {
    Query query =
        logs()
            .whereEqualTo("systemic_risk_detected", true)
            .orderBy("timestamp", Query.Direction.DESCENDING);
    List<QueryDocumentSnapshot> found = found(query);
    assertThat(found)
        .extracting(log -> log.getString("session_id"))
        .first()
        .isEqualTo(sessions.get(SYSTEMIC_CYCLE + 1));
    assertThat(found)
        .extracting(log -> log.getString("systemic_risk_details"))
        .allSatisfy(
            details ->
                assertThat(details)
                    .startsWith("Systemic risk threshold breached: 3 SELL signals (threshold: 3)"));
  }

  private static CollectionReference logs() {
    return FIRESTORE.collection("systemStatus").document("orchestration_logs").collection("logs");
  }

  private static List<QueryDocumentSnapshot> found(Query query) {
    return StoreCalls.await(query.get()).getDocuments();
  }

  private static List<Map<?, ?>> decisions(QueryDocumentSnapshot log) {
    List<Map<?, ?>> decisions = new ArrayList<>();
    if (log.get("allocation_decisions") instanceof List<?> list) {
      list.forEach(decision -> decisions.add((Map<?, ?>) decision));
    }
    return decisions;
  }

  private void sells(String strategy) {
    Map<String, Object> signal =
        Map.of(
            "action", "SELL",
            "symbol", "AAPL",
            "allocation", "0.1",
            "confidence", "0.9",
            "generated_at", clock.instant().toString());
    stage.send(TENANT, strategy, signal, clock.instant());
  }

  private void conduct() {
    stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, at) -> {},
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    sessions.add(((Conclusion.Decided) conclusion).commit().outcome().sessionId());
  }
}
