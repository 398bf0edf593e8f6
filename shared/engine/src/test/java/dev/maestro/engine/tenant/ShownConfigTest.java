package dev.maestro.engine.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.tenant.shown.ConfigValue;
import dev.maestro.engine.tenant.shown.ShownConfig;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShownConfigTest {
  private static final Tenant ALPHA =
      new Tenant(
          new TenantId("alpha"),
          "Alpha",
          true,
          new BigDecimal("25000"),
          ZoneOffset.UTC,
          new Uid("ann"));
  private static final Map<String, Object> SET =
      Map.of(
          "weights", Map.of("lookback_trades", 50, "agent_ids", List.of("a", "b")),
          "throttle", Map.of("new_strategy_mode", "REDUCED"),
          "profile", Map.of("profile", "AGGRESSIVE", "daily_dd_limit", "2"),
          "market", Map.of("benchmark_symbol", "SPY", "symbols", List.of("SPY", "BTC/USD")),
          "cycle", Map.of("vix_check", true),
          "capital", Map.of("claim_within", 300, "max_order_notional", "2500"));
  private static final Map<String, String> ENVIRONMENT =
      Map.of("MSC_ENABLED", "false", "ORCH_BASE_RISK_PCT", "0.7");

  private static TenantConfig config(Map<String, ?> values) {
    return TenantConfig.of(Fields.of("", values), ALPHA, ENVIRONMENT);
  }

  private static String value(ShownConfig shown, String name) {
    return shown.values().stream()
        .filter(value -> value.name().equals(name))
        .map(ConfigValue::words)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_value_says_where_it_comes_from() {
    ShownConfig shown = ShownConfig.of(config(SET), ENVIRONMENT);
    assertThat(value(shown, "weights.lookback_trades")).isEqualTo("50 (tenant)");
    assertThat(value(shown, "weights.temperature")).isEqualTo("1 (default)");
    assertThat(value(shown, "meta.enabled")).isEqualTo("false (environment)");
    assertThat(value(shown, "meta.max_strategies")).isEqualTo("8 (default)");
    assertThat(value(shown, "throttle.base_capital")).isEqualTo("25000 (tenant)");
    assertThat(value(shown, "capital.claim_within")).isEqualTo("300 (tenant)");
    assertThat(value(shown, "capital.report_within")).isEqualTo("900 (default)");
    assertThat(value(shown, "profile.profile")).isEqualTo("AGGRESSIVE (tenant)");
    assertThat(value(shown, "profile.daily_dd_limit")).isEqualTo("2 (tenant)");
    assertThat(value(shown, "profile.base_risk_pct")).isEqualTo("0.7 (environment)");
    assertThat(value(shown, "profile.base_confidence")).isEqualTo("0.45 (profile)");
    assertThat(value(ShownConfig.of(config(Map.of()), ENVIRONMENT), "market.benchmark_symbol"))
        .isEqualTo("- (default)");
  }

  @Test
  void what_is_shown_can_be_stored_again_and_means_the_same() {
    TenantConfig config = config(SET);
    Map<String, Map<String, Object>> stored = new TreeMap<>();
    for (ConfigValue value : ShownConfig.of(config, ENVIRONMENT).values()) {
      value
          .value()
          .ifPresent(
              plain ->
                  stored
                      .computeIfAbsent(value.section(), section -> new TreeMap<>())
                      .put(value.key(), plain));
    }
    TenantConfig again = TenantConfig.of(Fields.of("", stored), ALPHA, Map.of());
    assertThat(again.named("x").toString())
        .as("all but what is stored")
        .contains(config.weights().toString())
        .contains(config.throttle().toString())
        .contains(config.meta().toString())
        .contains(config.stability().toString())
        .contains(config.market().toString())
        .contains(config.conduct().toString())
        .contains(config.capital().toString())
        .contains(config.systemic().toString());
    assertThat(ShownConfig.of(again, Map.of()).section("profile").values())
        .extracting(ConfigValue::value)
        .isEqualTo(
            ShownConfig.of(config, ENVIRONMENT).section("profile").values().stream()
                .map(ConfigValue::value)
                .toList());
  }

  @Test
  void each_value_that_changes_is_told_as_it_was_and_as_it_is() {
    ShownConfig before = ShownConfig.of(config(SET), ENVIRONMENT);
    ShownConfig after =
        ShownConfig.of(config(Map.of("weights", Map.of("lookback_trades", 60))), ENVIRONMENT);
    assertThat(before.changesTo(before)).isEmpty();
    assertThat(before.changesTo(after))
        .contains(
            "weights.agent_ids: [a, b] (tenant) -> [] (default)",
            "weights.lookback_trades: 50 (tenant) -> 60 (tenant)",
            "profile.profile: AGGRESSIVE (tenant) -> SAFE (default)");
  }

  @Test
  void one_section_is_shown_alone() {
    ShownConfig shown = ShownConfig.of(config(SET), ENVIRONMENT).section("systemic");
    assertThat(shown.bySection()).containsOnlyKeys("systemic");
    assertThat(shown.values()).hasSize(2);
  }
}
