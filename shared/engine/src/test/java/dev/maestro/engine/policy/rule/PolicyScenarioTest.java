package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.TradingPolicy;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The four scenarios that the design promises for STANDARD. */
class PolicyScenarioTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  @Test
  void scenario_1_a_calm_trend_is_followed_aggressively() {
    TradingPolicy policy = Case.standard().policy();
    assertThat(policy.allowNewTrades()).isTrue();
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.NORMAL);
    assertThat(policy.maxRisk().value()).isCloseTo(1.0, EXACTLY);
    assertThat(policy.minConfidence().value()).isCloseTo(0.47, EXACTLY);
    assertThat(policy.entryMode()).isEqualTo(EntryMode.AGGRESSIVE);
    assertThat(policy.exitMode()).isEqualTo(ExitMode.TREND_FOLLOW);
    assertThat(policy.note()).isEqualTo("TRENDING + NORMAL_VOL - aggressive trend following");
  }

  @Test
  void scenario_2_high_volatility_halves_the_risk() {
    TradingPolicy policy =
        Case.standard().market(Regime.TRENDING, Direction.UP, Volatility.HIGH).policy();
    assertThat(policy.allowNewTrades()).isTrue();
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.REDUCED);
    assertThat(policy.maxRisk().value()).isCloseTo(0.5, EXACTLY);
    assertThat(policy.minConfidence().value()).isCloseTo(0.53, EXACTLY);
    assertThat(policy.note()).isEqualTo("HIGH volatility - risk reduced 50%");
  }

  @Test
  void scenario_3_a_drawdown_beyond_the_limit_blocks() {
    TradingPolicy policy = Case.standard().drawdown(-3.5).policy();
    assertThat(policy.allowNewTrades()).isFalse();
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.NO_NEW_TRADES);
    assertThat(policy.blockReasons()).containsExactly(BlockReason.DAILY_DRAWDOWN);
    assertThat(policy.note()).endsWith("; Daily DD limit hit (-3.50%)");
  }

  @Test
  void scenario_4_troubles_add_up() {
    TradingPolicy policy =
        Case.standard()
            .market(Regime.RANGING, Direction.NONE, Volatility.HIGH)
            .losingStreak(6)
            .spreadBps(10.1)
            .policy();
    assertThat(policy.allowNewTrades()).isTrue();
    assertThat(policy.maxRisk().value()).isCloseTo(0.105, EXACTLY);
    assertThat(policy.minConfidence().value()).isCloseTo(0.66, EXACTLY);
    assertThat(policy.entryMode()).isEqualTo(EntryMode.DEFENSIVE);
    assertThat(policy.exitMode()).isEqualTo(ExitMode.FAST_TP);
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.REDUCED);
    assertThat(policy.note())
        .isEqualTo(
            "RANGING market - defensive scalping; HIGH volatility - risk reduced 50%; "
                + "Losing streak 6 - reduced to 30% risk; High costs - tighter entry filter");
  }
}
