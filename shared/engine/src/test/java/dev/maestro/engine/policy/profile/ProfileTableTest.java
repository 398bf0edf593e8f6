package dev.maestro.engine.policy.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProfileTableTest {
  private static final int PARAMETERS = 48;

  @ParameterizedTest
  @CsvFileSource(resources = "/policy/profiles.csv")
  void every_parameter_has_its_value_of_the_design(
      String key, String safe, String aggressive, String standard) {
    Parameter parameter = byKey(key);
    assertThat(shown(Profile.of(ProfileName.SAFE), parameter)).isEqualTo(safe);
    assertThat(shown(Profile.of(ProfileName.AGGRESSIVE), parameter)).isEqualTo(aggressive);
    assertThat(shown(Profile.of(ProfileName.STANDARD), parameter)).isEqualTo(standard);
  }

  @Test
  void the_design_has_48_parameters_in_ten_categories() {
    assertThat(Parameter.values()).hasSize(PARAMETERS);
    assertThat(Arrays.stream(Parameter.values()).map(Parameter::category).distinct())
        .containsExactlyInAnyOrder(Category.values())
        .hasSize(10);
    assertThat(Arrays.stream(Parameter.values()).map(Parameter::unit)).doesNotContain("");
    assertThat(Arrays.stream(Category.values()).map(Category::title)).doesNotContain("");
  }

  @Test
  void numbers_and_words_are_read_in_their_type() {
    Profile safe = Profile.of(ProfileName.SAFE);
    assertThat(safe.number(Parameter.HIGH_VOL_THRESHOLD)).isEqualTo(0.03);
    assertThat(safe.count(Parameter.MIN_TRADES)).isEqualTo(10);
    assertThat(safe.number(Parameter.COST_SENSITIVITY)).isZero();
    assertThat(safe.value(Parameter.COST_SENSITIVITY)).isEqualTo(CostSensitivity.HIGH);
    assertThat(safe.baseConfidence().value()).isEqualTo(0.55);
    assertThat(safe.baseRisk().value()).isEqualTo(0.8);
    assertThat(safe.name()).isEqualTo(ProfileName.SAFE);
    assertThat(safe.row(MarketRow.BEAR))
        .isEqualTo(new RegimeRow(0.3, 0.08, EntryMode.DEFENSIVE, ExitMode.FAST_TP));
  }

  @Test
  void only_standard_judges_trends_by_volatility() {
    assertThat(Profile.of(ProfileName.SAFE).style()).isEqualTo(new ProfileStyle(true, false, true));
    assertThat(ProfileStyle.of(ProfileName.AGGRESSIVE))
        .isEqualTo(new ProfileStyle(true, false, true));
    assertThat(ProfileStyle.of(ProfileName.STANDARD))
        .isEqualTo(new ProfileStyle(false, true, false));
  }

  private static Parameter byKey(String key) {
    List<Parameter> named =
        Arrays.stream(Parameter.values()).filter(p -> p.key().equals(key)).toList();
    assertThat(named).as(key).hasSize(1);
    return named.get(0);
  }

  private static String shown(Profile profile, Parameter parameter) {
    Object value = profile.value(parameter);
    assertThat(value).isEqualTo(parameter.in(profile.name()));
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
