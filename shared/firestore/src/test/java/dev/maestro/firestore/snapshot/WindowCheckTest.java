package dev.maestro.firestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.tenant.StrategyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of closing a day that concerns windows and settings of the tenant's users. */
class WindowCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");
  private static final Map<String, Object> STRICT =
      Map.of("weights", Map.of("enforce_performance", true, "max_weight", "0.2"));

  private final Stage stage = new Stage("demo-window-check");
  private final List<String> checked = new ArrayList<>();

  private void oneTrade() {
    stage.tenant(STRICT, "A");
    stage.journal("one", Stage.trade("A", Instant.parse("2026-03-03T12:00:00Z"), "5"));
  }

  private void isStrict() {
    StoredFields performance = stage.fields(Paths.performance(new Uid("u")));
    assertThat(performance.text("tenant_id")).isEqualTo("T");
    assertThat(performance.map("config").flag("enforce_performance", false)).isTrue();
    assertThat(performance.map("config").text("max_weight")).isEqualTo("0.2");
    StoredFields weights = stage.fields(Paths.weights(new Uid("u")));
    assertThat(weights.text("tenant_id")).isEqualTo("T");
    assertThat(weights.map("config").text("max_weight")).isEqualTo("0.2");
  }

  @Test
  void lost_windows_are_made_anew_under_the_settings_of_the_tenant() {
    oneTrade();
    stage.checking().close(new TenantId("T"), DAY, NOW);
    isStrict();
    stage.delete(Paths.performance(new Uid("u")));
    stage.checking().close(new TenantId("T"), DAY, NOW);
    isStrict();
    stage.delete(Paths.performance(new Uid("u")));
    stage.delete(Paths.weights(new Uid("u")));
    stage.checking().close(new TenantId("T"), DAY, NOW);
    isStrict();
  }

  @Test
  void a_trade_that_finds_no_windows_is_weighed_under_the_settings_of_the_weights() {
    oneTrade();
    stage.checking().close(new TenantId("T"), DAY, NOW);
    stage.delete(Paths.performance(new Uid("u")));
    stage.reweighing().onTradeWritten(new Uid("u"), "one", "e", NOW);
    isStrict();
  }

  @Test
  void a_user_of_whom_nothing_was_known_is_weighed_for_the_tenant_again() {
    oneTrade();
    stage.reweighing().onTradeWritten(new Uid("u"), "one", "e", NOW);
    assertThat(stage.fields(Paths.performance(new Uid("u"))).text("tenant_id")).isEqualTo("u");
    stage.checking().close(new TenantId("T"), DAY, NOW);
    isStrict();
  }

  @Test
  void settings_that_did_not_reach_a_user_are_put_into_force() {
    oneTrade();
    stage.reweighing().configure(new Uid("u"), new TenantId("T"), WeightsConfig.DEFAULTS, NOW);
    stage.checking().close(new TenantId("T"), DAY, NOW);
    isStrict();
    assertThat(stage.hasAlert("WINDOW_DRIFT", NOW)).isFalse();
  }

  @Test
  void a_user_who_is_weighed_for_another_tenant_keeps_its_settings() {
    oneTrade();
    stage.put(Paths.config(new TenantId("other")), Map.of("version", 1));
    stage.reweighing().configure(new Uid("u"), new TenantId("other"), WeightsConfig.DEFAULTS, NOW);
    stage.journal("two", Stage.trade("A", Instant.parse("2026-03-03T13:00:00Z"), "7"));
    stage.checking().close(new TenantId("T"), DAY, NOW);
    StoredFields performance = stage.fields(Paths.performance(new Uid("u")));
    assertThat(performance.text("tenant_id")).isEqualTo("other");
    assertThat(performance.map("config").flag("enforce_performance", true)).isFalse();
    assertThat(performance.values().get("windows")).asString().contains("two");
  }

  @Test
  void a_user_whose_windows_cannot_be_checked_costs_an_alert_and_nothing_else() {
    twoUsers();
    failing(new IllegalStateException("others were faster")).close(new TenantId("T"), DAY, NOW);
    assertThat(checked).containsExactly("u", "w");
    assertThat(stage.fields("tenants/T/maestro/throttle").day("closed_day")).isEqualTo(DAY);
    assertThat(stage.hasAlert("WINDOW_CHECK_FAILED", NOW)).isTrue();
    assertThat(stage.hasAlert("WINDOW_DRIFT", NOW)).isFalse();
  }

  @Test
  void where_the_store_does_not_answer_the_day_is_closed_and_the_check_comes_again() {
    twoUsers();
    UnavailableException silence =
        new UnavailableException("no answer", new IllegalStateException());
    assertThatThrownBy(() -> failing(silence).close(new TenantId("T"), DAY, NOW)).isSameAs(silence);
    assertThat(checked).containsExactly("u", "w");
    assertThat(stage.fields("tenants/T/maestro/throttle").day("closed_day")).isEqualTo(DAY);
    assertThat(stage.hasAlert("WINDOW_CHECK_FAILED", NOW)).isFalse();
  }

  private void twoUsers() {
    stage.tenant(Map.of(), "A");
    new StrategyStore(stage.firestore)
        .add(new TenantId("T"), RegisteredStrategy.live(new StrategyId("B"), new Uid("w")));
  }

  private DayCloser failing(RuntimeException failure) {
    return stage.closer(
        (uid, tenant, settings, now) -> {
          checked.add(uid.value());
          if (uid.value().equals("u")) {
            throw failure;
          }
          return false;
        });
  }
}
