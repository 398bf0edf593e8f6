package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.Regime;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 2, 2s, 3 and 4, by profile. */
class MarketRulesTest {
  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "SAFE,       TRENDING, UP,   NORMAL, 0.72, 0.55, NORMAL,     TREND_FOLLOW",
    "SAFE,       TRENDING, UP,   LOW,    0.72, 0.55, NORMAL,     TREND_FOLLOW",
    "SAFE,       TRENDING, DOWN, NORMAL, 0.24, 0.63, DEFENSIVE,  FAST_TP",
    "SAFE,       TRENDING, NONE, NORMAL, 0.24, 0.63, DEFENSIVE,  FAST_TP",
    "SAFE,       RANGING,  UP,   NORMAL, 0.40, 0.60, DEFENSIVE,  FAST_TP",
    "SAFE,       CHOPPY,   DOWN, NORMAL, 0.40, 0.60, DEFENSIVE,  FAST_TP",
    "SAFE,       UNKNOWN,  NONE, NORMAL, 0.24, 0.63, DEFENSIVE,  FAST_TP",
    "SAFE,       TRENDING, UP,   HIGH,   0.32, 0.65, DEFENSIVE,  DEFENSIVE_TRAIL",
    "SAFE,       TRENDING, DOWN, HIGH,   0.24, 0.65, DEFENSIVE,  DEFENSIVE_TRAIL",
    "AGGRESSIVE, TRENDING, UP,   NORMAL, 1.56, 0.43, AGGRESSIVE, TREND_FOLLOW",
    "AGGRESSIVE, TRENDING, DOWN, NORMAL, 0.72, 0.50, NORMAL,     TREND_FOLLOW",
    "AGGRESSIVE, TRENDING, NONE, NORMAL, 0.72, 0.50, NORMAL,     TREND_FOLLOW",
    "AGGRESSIVE, RANGING,  NONE, NORMAL, 0.84, 0.47, AGGRESSIVE, TREND_FOLLOW",
    "AGGRESSIVE, UNKNOWN,  NONE, NORMAL, 0.72, 0.50, NORMAL,     TREND_FOLLOW",
    "AGGRESSIVE, RANGING,  NONE, HIGH,   0.84, 0.50, NORMAL,     TREND_FOLLOW",
    "STANDARD,   TRENDING, DOWN, NORMAL, 1.00, 0.47, AGGRESSIVE, TREND_FOLLOW",
    "STANDARD,   TRENDING, NONE, NORMAL, 1.00, 0.47, AGGRESSIVE, TREND_FOLLOW",
    "STANDARD,   TRENDING, UP,   LOW,    1.00, 0.50, NORMAL,     TREND_FOLLOW",
    "STANDARD,   TRENDING, UP,   HIGH,   0.50, 0.53, NORMAL,     TREND_FOLLOW",
    "STANDARD,   RANGING,  UP,   NORMAL, 0.70, 0.55, DEFENSIVE,  FAST_TP",
    "STANDARD,   RANGING,  UP,   HIGH,   0.35, 0.58, DEFENSIVE,  FAST_TP",
    "STANDARD,   UNKNOWN,  UP,   NORMAL, 0.70, 0.55, DEFENSIVE,  FAST_TP",
    "STANDARD,   UNKNOWN,  UP,   EXTREME,0.35, 0.58, DEFENSIVE,  DEFENSIVE_TRAIL",
  })
  void each_market_has_its_row(
      ProfileName profile,
      Regime regime,
      Direction direction,
      Volatility volatility,
      double risk,
      double confidence,
      String entry,
      String exit) {
    TradingPolicy policy = Case.calm(profile).market(regime, direction, volatility).policy();
    assertThat(policy.maxRisk().value()).isCloseTo(risk, within(1e-12));
    assertThat(policy.minConfidence().value()).isCloseTo(confidence, within(1e-12));
    assertThat(policy.entryMode()).hasToString(entry);
    assertThat(policy.exitMode()).hasToString(exit);
    String gate =
        switch (volatility) {
          case EXTREME -> "NO_NEW_TRADES";
          case HIGH -> "REDUCED";
          default -> "NORMAL";
        };
    assertThat(policy.riskProfile()).hasToString(gate);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "SAFE, TRENDING, UP, NORMAL, Normal conditions",
    "SAFE, TRENDING, UP, HIGH, HIGH volatility - risk reduced 56%",
    "SAFE, TRENDING, DOWN, HIGH, HIGH volatility - risk reduced 0%",
    "SAFE, CHOPPY, UP, NORMAL, RANGING market - defensive scalping",
    "AGGRESSIVE, TRENDING, UP, HIGH, HIGH volatility - risk reduced 38%",
    "STANDARD, TRENDING, UP, LOW, Normal conditions",
    "STANDARD, UNKNOWN, UP, NORMAL, Normal conditions",
    "STANDARD, TRENDING, UP, EXTREME,"
        + " HIGH volatility - risk reduced 50%; EXTREME volatility - no new trades",
  })
  void the_note_says_what_the_market_did(
      ProfileName profile, Regime regime, Direction direction, Volatility volatility, String note) {
    assertThat(Case.calm(profile).market(regime, direction, volatility).policy().note())
        .isEqualTo(note);
  }

  @Test
  void extreme_volatility_multiplies_and_adds_what_the_profile_says() {
    Case extreme = Case.standard().market(Regime.TRENDING, Direction.UP, Volatility.EXTREME);
    extreme.configured(Map.of("extreme_vol_multiplier", "0.5", "extreme_vol", "0.04"));
    TradingPolicy policy = extreme.policy();
    assertThat(policy.maxRisk().value()).isCloseTo(0.25, within(1e-12));
    assertThat(policy.minConfidence().value()).isCloseTo(0.57, within(1e-12));
    assertThat(policy.blockReasons()).containsExactly(BlockReason.EXTREME_VOLATILITY);
    extreme.volatility = Volatility.HIGH;
    assertThat(extreme.policy().maxRisk().value()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void rising_volatility_does_not_escape_from_a_tightened_bull_row() {
    Case trend =
        Case.standard().configured(Map.of("risk_multiplier_bull", "0.2", "confidence_bull", "0.3"));
    trend.volatility = Volatility.HIGH;
    assertThat(trend.policy().maxRisk().value()).isCloseTo(0.1, within(1e-12));
    assertThat(trend.policy().minConfidence().value()).isCloseTo(0.83, within(1e-12));
    trend.volatility = Volatility.LOW;
    assertThat(trend.policy().maxRisk().value()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void a_row_without_risk_is_not_divided_by() {
    Case idle = Case.standard().market(Regime.RANGING, Direction.NONE, Volatility.HIGH);
    idle.configured(Map.of("risk_multiplier_chop", "0"));
    assertThat(idle.policy().note()).endsWith("HIGH volatility - risk reduced 0%");
  }
}
