package dev.maestro.engine.policy.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.policy.ProfileName;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileResolverTest {
  @Test
  void nobody_asked_means_safe() {
    ResolvedProfile resolved = resolve(Map.of("HOME", "x"), Map.of(), Map.of());
    assertThat(resolved.profile()).isSameAs(Profile.of(ProfileName.SAFE));
    assertThat(resolved.nameSource()).isEqualTo(ValueSource.PROFILE);
    assertThat(resolved.overridden()).isEmpty();
    assertThat(resolved.source(Parameter.MIN_TRADES)).isEqualTo(ValueSource.PROFILE);
  }

  @ParameterizedTest
  @CsvSource({"standard, STANDARD", " Aggressive , AGGRESSIVE", "SAFE, SAFE"})
  void the_environment_names_a_profile_in_any_case(String given, ProfileName name) {
    assertThat(resolve(Map.of("ORCH_PROFILE", given), Map.of(), Map.of()).profile().name())
        .isEqualTo(name);
    ResolvedProfile fallback = resolve(Map.of("CURRENT_PROFILE", given), Map.of(), Map.of());
    assertThat(fallback.profile().name()).isEqualTo(name);
    assertThat(fallback.nameSource()).isEqualTo(ValueSource.ENVIRONMENT);
  }

  @Test
  void current_profile_is_read_only_if_orch_profile_is_not_set() {
    Map<String, String> both = Map.of("ORCH_PROFILE", "STANDARD", "CURRENT_PROFILE", "nonsense");
    assertThat(resolve(both, Map.of(), Map.of()).profile().name()).isEqualTo(ProfileName.STANDARD);
  }

  @ParameterizedTest
  @CsvSource({"ORCH_PROFILE, nonsense", "ORCH_PROFILE, ''", "CURRENT_PROFILE, RISKY"})
  void any_other_name_is_refused_with_the_valid_names(String variable, String given) {
    assertThatThrownBy(() -> resolve(Map.of(variable, given), Map.of(), Map.of()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageEndingWith(
            variable + " must be SAFE, AGGRESSIVE or STANDARD, got '" + given + "'");
  }

  @Test
  void explicit_configuration_wins_over_the_tenant_over_the_environment_over_the_profile() {
    Map<String, String> environment =
        Map.of(
            "ORCH_PROFILE", "AGGRESSIVE",
            "ORCH_BASE_RISK_PCT", "0.1",
            "ORCH_DAILY_DD_LIMIT", "1.1",
            "ORCH_BASE_CONFIDENCE", "0.6");
    Map<String, Object> tenant =
        Map.of("profile", "STANDARD", "base_risk_pct", "0.2", "daily_dd_limit", 2.2);
    Map<String, Object> explicit = Map.of("profile", "safe", "base_risk_pct", 0.3);
    ResolvedProfile resolved = resolve(environment, tenant, explicit);
    assertThat(resolved.profile().name()).isEqualTo(ProfileName.SAFE);
    assertThat(resolved.nameSource()).isEqualTo(ValueSource.EXPLICIT);
    assertThat(resolved.profile().number(Parameter.BASE_RISK_PCT)).isEqualTo(0.3);
    assertThat(resolved.profile().number(Parameter.DAILY_DD_LIMIT)).isEqualTo(2.2);
    assertThat(resolved.profile().number(Parameter.BASE_CONFIDENCE)).isEqualTo(0.6);
    assertThat(resolved.profile().number(Parameter.MIN_WINRATE)).isEqualTo(0.45);
    assertThat(resolved.overridden())
        .containsExactly(
            Map.entry(Parameter.BASE_CONFIDENCE, ValueSource.ENVIRONMENT),
            Map.entry(Parameter.BASE_RISK_PCT, ValueSource.EXPLICIT),
            Map.entry(Parameter.DAILY_DD_LIMIT, ValueSource.TENANT));
    assertThat(resolve(environment, tenant, Map.of()).nameSource()).isEqualTo(ValueSource.TENANT);
  }

  @ParameterizedTest
  @CsvSource({
    "ORCH_BASE_CONFIDENCE, 0.61, BASE_CONFIDENCE",
    "ORCH_BASE_RISK_PCT, 0.33, BASE_RISK_PCT",
    "ORCH_DAILY_DD_LIMIT, 1.7, DAILY_DD_LIMIT",
    "ORCH_LOSING_STREAK_LIMIT, 3, LOSING_STREAK_LIMIT",
    "ORCH_MAX_OPEN_POSITIONS, 2, MAX_OPEN_POSITIONS",
    "ORCH_TOTAL_EXPOSURE_LIMIT, 7.5, TOTAL_EXPOSURE_LIMIT",
  })
  void each_variable_overrides_its_parameter(String variable, String given, Parameter parameter) {
    ResolvedProfile resolved = resolve(Map.of(variable, given), Map.of(), Map.of());
    assertThat(resolved.profile().number(parameter)).isEqualTo(Double.parseDouble(given));
    assertThat(resolved.source(parameter)).isEqualTo(ValueSource.ENVIRONMENT);
    assertThat(ProfileResolver.VARIABLES).hasSize(6).containsKey(variable);
  }

  @Test
  void every_parameter_can_be_overridden_by_its_name() {
    for (Parameter parameter : Parameter.values()) {
      Object other = parameter.in(ProfileName.AGGRESSIVE);
      ResolvedProfile resolved =
          resolve(
              Map.of("ORCH_PROFILE", "STANDARD"),
              Map.of(),
              Map.of(parameter.key(), other.toString()));
      assertThat(resolved.profile().value(parameter)).as(parameter.key()).isEqualTo(other);
    }
  }

  @Test
  void a_value_of_null_is_as_good_as_absent() {
    Map<String, Object> tenant = new HashMap<>(Collections.singletonMap("base_risk_pct", null));
    assertThat(resolve(Map.of(), tenant, Map.of()).overridden()).isEmpty();
  }

  @Test
  void all_errors_are_reported_at_once() {
    Map<String, Object> explicit =
        Map.of(
            "high_vol_threshold", "0.07",
            "extreme_vol_threshold", "0.05",
            "base_risk", 1,
            "min_trades", "2.5",
            "entry_bias_bull", "BOLD",
            "base_confidence", 50);
    InvalidConfigurationException refused =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () ->
                resolve(
                    Map.of("ORCH_PROFILE", "wild", "ORCH_BASE_RISK_PCT", "-1"),
                    Map.of("daily_dd_limit", 0),
                    explicit));
    assertThat(refused.errors())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD, got 'wild'",
                "ORCH_BASE_RISK_PCT must be a number from 0 to 10, got '-1'",
                "daily_dd_limit must be a number from 0.01 to 100, got '0'",
                "base_risk is not a parameter of a profile",
                "min_trades must be a whole number from 0 to 10000, got '2.5'",
                "entry_bias_bull must be AGGRESSIVE, NORMAL or DEFENSIVE, got 'BOLD'",
                "base_confidence must be a number from 0 to 1, got '50'",
                "high_vol_threshold must be below extreme_vol_threshold, got 0.07 and 0.05"));
  }

  @Test
  void the_high_threshold_stays_below_the_extreme_one_of_the_profile_too() {
    assertThatThrownBy(() -> resolve(Map.of(), Map.of("high_vol_threshold", "0.05"), Map.of()))
        .hasMessageEndingWith(
            "high_vol_threshold must be below extreme_vol_threshold, got 0.05 and 0.05");
  }

  @Test
  void ends_of_a_range_are_inside() {
    Map<String, Object> ends =
        Map.of("base_risk_pct", 10, "high_exposure", 0, "min_trades", "10000.0");
    Profile profile = resolve(Map.of(), Map.of(), ends).profile();
    assertThat(profile.number(Parameter.BASE_RISK_PCT)).isEqualTo(10);
    assertThat(profile.number(Parameter.HIGH_EXPOSURE)).isZero();
    assertThat(profile.count(Parameter.MIN_TRADES)).isEqualTo(10000);
  }

  @Test
  void a_start_logs_the_profile_its_main_figures_and_what_is_overridden() {
    assertThat(resolve(Map.of(), Map.of(), Map.of()).startupLine())
        .isEqualTo(
            "SafeLoad SAFE profile: base_confidence 0.55, base_risk_pct 0.8, daily_dd_limit 2.5, "
                + "losing_streak_limit 4, max_open_positions 5, total_exposure_limit 10");
    assertThat(
            resolve(
                    Map.of("ORCH_BASE_RISK_PCT", "0.5", "ORCH_PROFILE", "STANDARD"),
                    Map.of("min_trades", 20),
                    Map.of())
                .startupLine())
        .startsWith(
            "SafeLoad STANDARD profile: base_confidence 0.50, base_risk_pct 0.5 (environment),")
        .endsWith(", total_exposure_limit 15, min_trades 20 (tenant)");
  }

  private static ResolvedProfile resolve(
      Map<String, String> environment, Map<String, Object> tenant, Map<String, Object> explicit) {
    return ProfileResolver.resolve(environment, Fields.of("", tenant), Fields.of("", explicit));
  }
}
