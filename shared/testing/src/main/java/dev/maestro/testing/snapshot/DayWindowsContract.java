package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Windows and settings of the tenant's users when a day is closed, on one store. */
public abstract class DayWindowsContract extends SnapshotScene {
  private static final Map<String, Object> STRICT =
      Map.of("weights", Map.of("enforce_performance", true, "max_weight", "0.2"));

  private final List<Uid> checked = Collections.synchronizedList(new ArrayList<>());

  private void oneTrade() {
    tenant(STRICT, "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
  }

  private LoadedPerformance performance() {
    return stage.performance().load(OWNER, Optional.empty());
  }

  private void isStrict() {
    assertThat(performance().tenantId()).contains(TENANT);
    WeightsConfig config = performance().config().orElseThrow();
    assertThat(config.enforcePerformance()).isTrue();
    assertThat(config.maxWeight()).isEqualByComparingTo("0.2");
  }

  @Test
  void windows_that_drifted_are_mended_with_an_alert_and_the_first_ones_are_no_drift() {
    tenant(Map.of(), "A");
    journal("one", "A", "2026-03-03T12:00:00Z", "5");
    journal("two", "A", "2026-03-03T13:00:00Z", "-2");
    closeAll();
    LoadedPerformance right = performance();
    assertThat(alerts).isEmpty();
    closeAll();
    assertThat(performance()).as("nothing is written").isEqualTo(right);

    journal("two", "A", "2026-03-03T13:00:00Z", "-4");
    closeAll();
    assertThat(alerts).containsExactly(AlertCode.WINDOW_DRIFT);
    assertThat(performance().windows().orElseThrow().toString()).contains("-4");
    assertThat(performance().revision()).isEqualTo(right.revision() + 1);
  }

  @Test
  void the_first_windows_are_made_under_the_settings_of_the_tenant() {
    oneTrade();
    closeAll();
    isStrict();
  }

  @Test
  void settings_that_did_not_reach_a_user_are_put_into_force() {
    oneTrade();
    stage.reweigh().configure(OWNER, TENANT, WeightsConfig.DEFAULTS, NOW);
    closeAll();
    isStrict();
    assertThat(alerts).isEmpty();
  }

  @Test
  void a_user_who_is_weighed_for_another_tenant_keeps_its_settings() {
    oneTrade();
    TenantId other = new TenantId("other");
    stage.createTenant(
        new Tenant(other, "Other", true, BigDecimal.TEN, ZoneOffset.UTC, new Uid("w")),
        Map.of(),
        List.of());
    stage.join(other, OWNER);
    stage.reweigh().configure(OWNER, other, WeightsConfig.DEFAULTS, NOW);
    journal("two", "A", "2026-03-03T13:00:00Z", "7");
    closeAll();
    assertThat(performance().tenantId()).contains(other);
    assertThat(performance().config().orElseThrow().enforcePerformance()).isFalse();
    assertThat(performance().windows().orElseThrow().toString()).contains("two");
  }

  @Test
  void of_a_user_who_is_no_member_only_trades_that_name_the_tenant_count_and_it_is_told() {
    twoUsers();
    Uid stranger = new Uid("w");
    stage.leave(TENANT, stranger);
    stage.put(stranger, "theirs", trade("B", Instant.parse("2026-03-03T12:00:00Z"), "5"));
    stage.put(
        stranger,
        "ours",
        with(trade("B", Instant.parse("2026-03-03T13:00:00Z"), "-7"), "tenant_id", "T"));
    closeAll();
    assertThat(stats().trades().recent().size()).isEqualTo(1);
    assertThat(stats().trades().recent().toString()).contains("w/ours");
    assertThat(stage.performance().load(stranger, Optional.empty()).tenantId())
        .isNotEqualTo(Optional.of(TENANT));
    assertThat(alerts).containsExactly(AlertCode.FOREIGN_USER);
  }

  @Test
  void a_user_who_was_weighed_for_nobody_is_weighed_for_the_tenant() {
    oneTrade();
    stage.reweigh().onTradeWritten(OWNER, "one", "e", NOW);
    closeAll();
    isStrict();
  }

  @Test
  void a_user_whose_windows_cannot_be_checked_costs_an_alert_and_nothing_else() {
    twoUsers();
    failing(new IllegalArgumentException("a fault")).close(TENANT, DAY, NOW);
    assertThat(checked).containsExactlyInAnyOrder(OWNER, new Uid("w"));
    assertThat(closedDays().closedDay()).isEqualTo(DAY);
    assertThat(alerts).containsExactly(AlertCode.WINDOW_CHECK_FAILED);
  }

  @Test
  void where_the_store_does_not_answer_the_day_is_closed_and_the_check_comes_again() {
    twoUsers();
    UnavailableException silence = new UnavailableException("no answer");
    assertThatThrownBy(() -> failing(silence).close(TENANT, DAY, NOW)).isSameAs(silence);
    assertThat(checked).containsExactlyInAnyOrder(OWNER, new Uid("w"));
    assertThat(closedDays().closedDay()).isEqualTo(DAY);
    assertThat(alerts).isEmpty();
  }

  private void twoUsers() {
    stage.createTenant(
        new Tenant(TENANT, "Test", true, BigDecimal.TEN, ZoneOffset.UTC, OWNER),
        Map.of(),
        List.of(
            RegisteredStrategy.live(A, OWNER),
            RegisteredStrategy.live(new StrategyId("B"), new Uid("w"))));
  }

  private CloseDay failing(RuntimeException failure) {
    return closing(
        stage.stores(),
        (uid, tenant, settings, now) -> {
          checked.add(uid);
          if (uid.equals(OWNER)) {
            throw failure;
          }
          return false;
        });
  }
}
