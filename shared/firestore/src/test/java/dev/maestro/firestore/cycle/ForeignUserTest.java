package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.testing.emulator.SharedEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle of a tenant that has a strategy of another tenant's user. */
class ForeignUserTest {
  private static final String PROJECT = "demo-foreign-user";
  private static final TenantId TENANT = new TenantId("acme");
  private static final Uid EVE = new Uid("eve");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  private FirestoreConductStage stage = new FirestoreConductStage(FIRESTORE);

  @BeforeEach
  void a_strategy_of_a_user_who_is_weighed_for_another_tenant() {
    SharedEmulator.clear(PROJECT);
    stage = new FirestoreConductStage(FIRESTORE);
    stage.createTenant(TENANT, NOON);
    new StrategyStore(FIRESTORE).add(TENANT, RegisteredStrategy.live(new StrategyId("spy"), EVE));
    stage.set(Paths.weights(EVE), Map.of("weights", Map.of("spy", "0.9"), "tenant_id", "victim"));
    trade("theirs", Map.of());
    trade("ours", Map.of("tenant_id", "acme"));
  }

  private void trade(String id, Map<String, Object> more) {
    Map<String, Object> trade = new HashMap<>(more);
    trade.putAll(
        Map.of(
            "agent_id", "spy",
            "closed_at", NOON.minus(Duration.ofMinutes(1)),
            "realized_pnl", "-5",
            "entry_price", "100",
            "quantity", "1"));
    stage.set(Paths.trade(EVE, id), trade);
  }

  private Situation load() {
    return stage.cycles().load(TENANT, NOON.plusSeconds(2));
  }

  @Test
  void weights_of_another_tenant_are_not_used_and_it_is_told() {
    Situation situation = load();
    assertThat(situation.money().weights()).containsOnlyKeys("trend");
    assertThat(situation.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(AlertCode.FOREIGN_USER))
        .satisfies(fault -> assertThat(fault.message()).contains("users/eve/maestro/weights"));
  }

  @Test
  void trades_that_name_no_tenant_count_for_the_one_whose_user_it_is() {
    assertThat(load().memory().newTrades())
        .extracting(ClosedTrade::tradeId)
        .containsExactly("eve/ours");
    stage.set(Paths.weights(EVE), Map.of("weights", Map.of(), "tenant_id", "acme"));
    assertThat(load().memory().newTrades()).hasSize(2);
  }

  @Test
  void weights_that_do_not_say_whose_they_are_are_nobodys() {
    StoreCalls.await(
        FIRESTORE.document(Paths.weights(EVE)).update("tenant_id", FieldValue.delete()));
    Situation situation = load();
    assertThat(situation.money().weights()).containsOnlyKeys("trend");
    assertThat(situation.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(AlertCode.UNREADABLE_WEIGHTS));
    assertThat(situation.memory().newTrades()).as("losses never vanish with it").hasSize(2);
  }
}
