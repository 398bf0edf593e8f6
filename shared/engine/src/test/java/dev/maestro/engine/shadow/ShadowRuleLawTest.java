package dev.maestro.engine.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.verdict.ReasonCode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShadowRuleLawTest {
  @Test
  void what_was_approved_is_not_traded_on_paper() {
    assertThat(ShadowRule.trades(Set.of(), true, true)).isFalse();
  }

  @Test
  void a_strategy_in_shadow_mode_or_not_selected_is_traded_on_paper() {
    assertThat(ShadowRule.trades(Set.of(ReasonCode.SHADOW_MODE), true, false)).isTrue();
    assertThat(ShadowRule.trades(Set.of(ReasonCode.STRATEGY_NOT_ALLOWED), true, false)).isTrue();
    assertThat(
            ShadowRule.trades(
                Set.of(ReasonCode.STRATEGY_NOT_ALLOWED, ReasonCode.SHADOW_MODE), true, false))
        .isTrue();
  }

  @Test
  void a_disabled_strategy_is_not_traded_on_paper() {
    assertThat(ShadowRule.trades(Set.of(ReasonCode.STRATEGY_NOT_ALLOWED), false, false)).isFalse();
  }

  @Test
  void no_capital_is_traded_on_paper_only_where_the_weight_is_nothing() {
    assertThat(ShadowRule.trades(Set.of(ReasonCode.NO_CAPITAL), true, true)).isTrue();
    assertThat(ShadowRule.trades(Set.of(ReasonCode.NO_CAPITAL), true, false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonCode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SHADOW_MODE", "STRATEGY_NOT_ALLOWED", "NO_CAPITAL"})
  void any_other_reason_keeps_it_off_paper(ReasonCode other) {
    assertThat(ShadowRule.trades(EnumSet.of(ReasonCode.SHADOW_MODE, other), true, true)).isFalse();
  }
}
