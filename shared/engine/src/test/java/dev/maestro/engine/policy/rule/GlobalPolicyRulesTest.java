package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.GlobalGuard;
import dev.maestro.engine.policy.input.GlobalLimits;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 1, 17 and 18, and the clamps at the end. */
class GlobalPolicyRulesTest {
  @ParameterizedTest
  @CsvSource({
    "AGGRESSIVE, TRENDING, 1.0, 0.50, 8", "NORMAL, TRENDING, 0.75, 0.60, 8",
    "DEFENSIVE, TRENDING, 0.3, 0.70, 4", "DEFENSIVE, RANGING, 0.3, 0.70, 4",
  })
  void the_global_policy_only_ever_tightens(
      RiskMode mode, Regime regime, double risk, double confidence, int positions) {
    TradingPolicy policy =
        Case.standard()
            .market(regime, Direction.UP, Volatility.NORMAL)
            .global(mode, false)
            .policy();
    assertThat(policy.maxRisk().value()).isCloseTo(risk, within(1e-12));
    assertThat(policy.minConfidence().value()).isEqualTo(confidence);
    assertThat(policy.maxPositions()).isEqualTo(positions);
    assertThat(policy.note()).containsOnlyOnce("MSC AI: " + mode + " mode");
    assertThat(policy.allowNewTrades()).isTrue();
  }

  @Test
  void defensive_halves_the_base_risk_before_all_else() {
    TradingPolicy policy =
        Case.standard()
            .market(Regime.RANGING, Direction.UP, Volatility.HIGH)
            .global(RiskMode.DEFENSIVE, false)
            .policy();
    assertThat(policy.maxRisk().value()).isCloseTo(0.175, within(1e-12));
    assertThat(policy.note()).startsWith("MSC AI: DEFENSIVE mode; RANGING market");
  }

  @Test
  void a_stale_policy_acts_as_defensive_and_blocks() {
    TradingPolicy policy = Case.standard().global(RiskMode.AGGRESSIVE, true).policy();
    assertThat(policy.blockReasons()).containsExactly(BlockReason.GLOBAL_POLICY_STALE);
    assertThat(policy.maxRisk().value()).isCloseTo(0.3, within(1e-12));
    assertThat(policy.maxPositions()).isEqualTo(4);
    assertThat(policy.note()).startsWith("MSC AI: DEFENSIVE mode; Global policy stale; TRENDING");
  }

  @Test
  void no_global_policy_changes_nothing_and_a_switched_off_one_neither() {
    Case off = Case.standard().global(RiskMode.DEFENSIVE, true);
    off.isGlobalPolicyEnabled = false;
    assertThat(off.policy()).isEqualTo(Case.standard().policy());
  }

  @Test
  void stored_limits_count_but_never_loosen_those_of_the_mode() {
    GlobalLimits mixed = new GlobalLimits(new Percent(0.1), new Fraction(0.1), 99);
    Case stored = Case.standard();
    stored.globalGuard = Optional.of(new GlobalGuard(RiskMode.NORMAL, mixed, false));
    assertThat(stored.policy().maxRisk().value()).isEqualTo(0.1);
    assertThat(stored.policy().minConfidence().value()).isEqualTo(0.6);
    GlobalLimits tight = new GlobalLimits(new Percent(2), new Fraction(0.9), 1);
    stored.globalGuard = Optional.of(new GlobalGuard(RiskMode.NORMAL, tight, false));
    assertThat(stored.policy().minConfidence().value()).isEqualTo(0.9);
    assertThat(stored.policy().maxPositions()).isEqualTo(1);
    assertThat(stored.policy().maxRisk().value()).isEqualTo(0.75);
  }

  @Test
  void limits_below_0_are_refused() {
    assertThatThrownBy(() -> new GlobalLimits(new Percent(-0.1), Fraction.ONE, 1))
        .hasMessage("limits must be at least 0, got -0.1 % and 1");
    assertThatThrownBy(() -> new GlobalLimits(Percent.ZERO, Fraction.ONE, -1))
        .hasMessage("limits must be at least 0, got 0.0 % and -1");
    assertThat(new GlobalLimits(Percent.ZERO, Fraction.ZERO, 0).maxPositions()).isZero();
  }

  @Test
  void a_kill_switch_blocks_with_its_reason() {
    TradingPolicy policy = Case.calm(ProfileName.SAFE).killSwitch("bad fills").policy();
    assertThat(policy.blockReasons()).containsExactly(BlockReason.KILL_SWITCH);
    assertThat(policy.note()).isEqualTo("Kill switch: bad fills");
  }

  @Test
  void risk_is_never_above_one_and_a_half_times_the_base() {
    Case bold = Case.standard().configured(Map.of("risk_multiplier_bull", 2));
    assertThat(bold.policy().maxRisk().value()).isEqualTo(1.5);
    bold.configured(Map.of("risk_multiplier_bull", 2, "base_risk_pct", "0.2"));
    assertThat(bold.global(RiskMode.DEFENSIVE, false).policy().maxRisk().value())
        .isCloseTo(0.15, within(1e-12));
  }

  @Test
  void confidence_stays_between_0_and_1() {
    Case sure = Case.standard().configured(Map.of("confidence_bull", 1));
    assertThat(sure.policy().minConfidence()).isEqualTo(Fraction.ONE);
    sure.configured(Map.of("confidence_bull", -1));
    assertThat(sure.policy().minConfidence()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void every_block_reason_is_kept() {
    Case trouble =
        Case.standard()
            .market(Regime.TRENDING, Direction.UP, Volatility.EXTREME)
            .drawdown(-9)
            .openTrades(9)
            .exposure(90)
            .costInR(9)
            .global(RiskMode.NORMAL, true)
            .killSwitch("all");
    assertThat(trouble.policy().blockReasons())
        .containsExactly(
            BlockReason.EXTREME_VOLATILITY,
            BlockReason.DAILY_DRAWDOWN,
            BlockReason.MAX_POSITIONS,
            BlockReason.EXPOSURE_LIMIT,
            BlockReason.COST_IN_R,
            BlockReason.GLOBAL_POLICY_STALE,
            BlockReason.KILL_SWITCH);
    assertThat(trouble.policy().timestamp()).isEqualTo(Case.NOW);
    assertThat(trouble.policy().profile()).isEqualTo(ProfileName.STANDARD);
  }
}
