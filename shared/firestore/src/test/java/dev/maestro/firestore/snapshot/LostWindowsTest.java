package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.store.Paths;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows and weights that are lost are made anew under the tenant's settings. */
class LostWindowsTest {
  private static final TenantId TENANT = new TenantId("T");
  private static final Uid OWNER = new Uid("u");
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");

  private final FirestoreSnapshotStage stage = new FirestoreSnapshotStage("demo-lost-windows");

  @BeforeEach
  void one_trade() {
    stage.createTenant(
        new Tenant(TENANT, "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, OWNER),
        Map.of("weights", Map.of("enforce_performance", true, "max_weight", "0.2")),
        List.of(RegisteredStrategy.live(new StrategyId("A"), OWNER)));
    stage.put(
        OWNER,
        "one",
        Map.of(
            "agent_id", "A",
            "closed_at", Instant.parse("2026-03-03T12:00:00Z"),
            "realized_pnl", "5",
            "entry_price", "10",
            "quantity", "5"));
  }

  private void close() {
    FirestoreSnapshot.closeDay(stage.firestore(), stage.alerts, stage.windows(), Map.of())
        .close(TENANT, LocalDate.of(2026, 3, 4), NOW);
  }

  private void isStrict() {
    Fields performance = stage.store.read(Paths.performance(OWNER));
    assertThat(performance.get("tenant_id", Kinds.TEXT)).isEqualTo("T");
    assertThat(performance.fields("config").get("enforce_performance", Kinds.FLAG)).isTrue();
    assertThat(performance.fields("config").get("max_weight", Kinds.TEXT)).isEqualTo("0.2");
    Fields weights = stage.store.read(Paths.weights(OWNER));
    assertThat(weights.get("tenant_id", Kinds.TEXT)).isEqualTo("T");
    assertThat(weights.fields("config").get("max_weight", Kinds.TEXT)).isEqualTo("0.2");
  }

  @Test
  void lost_windows_are_made_anew_under_the_settings_of_the_tenant() {
    close();
    isStrict();
    stage.delete(Paths.performance(OWNER));
    close();
    isStrict();
    stage.delete(Paths.performance(OWNER));
    stage.delete(Paths.weights(OWNER));
    close();
    isStrict();
  }

  @Test
  void a_trade_that_finds_no_windows_is_weighed_under_the_settings_of_the_weights() {
    close();
    stage.delete(Paths.performance(OWNER));
    stage.reweigh().onTradeWritten(OWNER, "one", "e", NOW);
    isStrict();
  }

  @Test
  void a_user_of_whom_nothing_was_known_is_weighed_for_the_tenant_again() {
    stage.reweigh().onTradeWritten(OWNER, "one", "e", NOW);
    assertThat(stage.store.read(Paths.performance(OWNER)).get("tenant_id", Kinds.TEXT))
        .isEqualTo("u");
    close();
    isStrict();
  }
}
