package dev.maestro.engine.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantConfigTest {
  private static final Tenant TENANT =
      new Tenant(
          new TenantId("alpha"),
          "Alpha",
          true,
          new BigDecimal("25000"),
          ZoneId.of("UTC"),
          new Uid("ann"));

  private static TenantConfig config(Map<String, Object> values, Map<String, String> variables) {
    return TenantConfig.of(Fields.of("", values), TENANT, variables);
  }

  private static List<String> errors(Map<String, Object> values) {
    try {
      return List.of(config(values, Map.of()).hash());
    } catch (InvalidConfigurationException invalid) {
      return invalid.errors();
    }
  }

  @Test
  void without_values_everything_has_its_default_and_the_tenants_capital() {
    TenantConfig config = config(Map.of(), Map.of());

    assertThat(config.throttle().baseCapital()).isEqualByComparingTo("25000");
    assertThat(config.weights().lookbackTrades()).isEqualTo(100);
    assertThat(config.market().benchmark()).isEmpty();
    assertThat(config.conduct().vixHalveAbove()).isEmpty();
    assertThat(config.cycleSettings("1").riskChecks()).isEmpty();
  }

  @Test
  void a_section_that_nobody_knows_is_an_error() {
    assertThat(errors(Map.of("wieghts", Map.of())))
        .singleElement()
        .asString()
        .startsWith("wieghts is not a section: use one of [weights,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weights",
        "throttle",
        "systemic",
        "meta",
        "stability",
        "profile",
        "market",
        "cycle"
      })
  void in_every_section_a_key_that_nobody_knows_is_an_error(String section) {
    assertThat(errors(Map.of(section, Map.of("tempreature", 1))))
        .singleElement()
        .asString()
        .startsWith(section + ".tempreature is not a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weights",
        "throttle",
        "systemic",
        "meta",
        "stability",
        "profile",
        "market",
        "cycle"
      })
  void a_section_is_an_object(String section) {
    assertThat(errors(Map.of(section, List.of(1))))
        .containsExactly(section + " must be an object, got '[1]'");
  }

  @Test
  void all_errors_of_all_sections_come_at_once() {
    Map<String, Object> values =
        Map.of(
            "weights", Map.of("temperature", 0, "lookback_trades", "many"),
            "market", Map.of("bar_minutes", 0, "symbols", "AAPL"),
            "cycle", Map.of("vix_halve_above", -1, "exit_scope", "HALF"),
            "capital", Map.of("claim_withn", 5),
            "lights", Map.of());

    assertThat(errors(values))
        .hasSize(8)
        .anyMatch(error -> error.startsWith("weights.temperature"))
        .anyMatch(error -> error.startsWith("weights.lookback_trades"))
        .anyMatch(error -> error.startsWith("market.bar_minutes"))
        .anyMatch(error -> error.startsWith("market.symbols"))
        .anyMatch(error -> error.startsWith("cycle.vix_halve_above"))
        .anyMatch(error -> error.startsWith("cycle.exit_scope"))
        .anyMatch(error -> error.startsWith("capital.claim_withn"))
        .anyMatch(error -> error.startsWith("lights is not a section"));
  }

  @Test
  void the_tenant_comes_before_the_environment_and_the_environment_before_the_default() {
    Map<String, String> variables = Map.of("MSC_ENABLED", "false", "ORCH_PROFILE", "AGGRESSIVE");
    Map<String, Object> own =
        Map.of("meta", Map.of("enabled", true), "profile", Map.of("profile", "STANDARD"));

    assertThat(config(Map.of(), Map.of()).meta().enabled()).isTrue();
    assertThat(config(Map.of(), variables).meta().enabled()).isFalse();
    assertThat(config(own, variables).meta().enabled()).isTrue();
    assertThat(config(Map.of(), variables).profile().profile())
        .isNotEqualTo(config(own, variables).profile().profile());
  }

  @Test
  void a_variable_that_cannot_be_used_is_an_error() {
    assertThatThrownBy(() -> config(Map.of(), Map.of("ORCH_PROFILE", "RECKLESS")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("profile.")
        .hasMessageContaining("RECKLESS");
  }

  @Test
  void windows_that_do_not_fit_into_a_document_are_an_error_before_they_are_stored() {
    List<String> agents = IntStream.range(0, 40).mapToObj(i -> "agent-" + i).toList();
    Map<String, Object> fits = Map.of("agent_ids", agents, "lookback_trades", 100);
    Map<String, Object> tooMany = Map.of("agent_ids", agents, "lookback_trades", 101);

    assertThat(config(Map.of("weights", fits), Map.of()).weights().agentIds()).hasSize(40);
    assertThat(errors(Map.of("weights", tooMany)))
        .containsExactly("weights.agent_ids x lookback_trades must be at most 4000, got 40 x 101");
    assertThat(errors(Map.of("weights", Map.of("agent_ids", List.of("A", "__x__")))))
        .singleElement()
        .asString()
        .startsWith("weights.agent_ids must have");
  }

  @Test
  void null_is_absent() {
    Map<String, Object> section = new HashMap<>();
    section.put("temperature", null);
    Map<String, Object> values = new HashMap<>();
    values.put("weights", section);
    values.put("market", null);

    assertThat(config(values, Map.of()).weights()).isEqualTo(config(Map.of(), Map.of()).weights());
  }

  @Test
  void the_hash_names_the_values() {
    Map<String, Object> hot = Map.of("weights", Map.of("temperature", "2"));

    assertThat(config(hot, Map.of()).hash())
        .isEqualTo(config(new HashMap<>(hot), Map.of()).hash())
        .isNotEqualTo(config(Map.of(), Map.of()).hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "__A__", "A\nB", "X1234567890123456789012345678901234567890"})
  void a_symbol_that_no_document_can_have_is_refused_in_the_market_section(String symbol) {
    for (Object market :
        List.of(Map.of("benchmark_symbol", symbol), Map.of("symbols", List.of("SPY", symbol)))) {
      assertThatThrownBy(
              () -> TenantConfig.of(Fields.of("", Map.of("market", market)), TENANT, Map.of()))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("market.");
    }
  }

  @Test
  void logs_are_kept_for_ever_or_at_least_as_long_as_what_was_decided_from() {
    assertThat(kept(Map.of()).keepLogs()).isZero();
    assertThat(kept(Map.of("keep_days", 30)).keepLogs()).isEqualTo(Duration.ofDays(30));
    assertThatThrownBy(() -> kept(Map.of("keep_days", 29)))
        .hasMessageContaining(
            "decisions.keep_days must be 0 (for ever) or at least keep_inputs_days (30), got 29");
  }

  private static TenantConfig.Conduct kept(Map<String, Object> decisions) {
    return config(Map.of("decisions", decisions), Map.of()).conduct();
  }
}
