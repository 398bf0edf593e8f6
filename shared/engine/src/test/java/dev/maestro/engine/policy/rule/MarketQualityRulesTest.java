package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.CostLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 11 to 14. */
class MarketQualityRulesTest {
  @ParameterizedTest
  @CsvSource({
    "SAFE, 8, 6, 0, NORMAL",
    "SAFE, 8.01, 6, 0.03, DEFENSIVE",
    "SAFE, 8, 6.01, 0.03, DEFENSIVE",
    "SAFE, 9, 7, 0.06, DEFENSIVE",
    "AGGRESSIVE, 16, 13, 0.02, DEFENSIVE",
    "STANDARD, 11, 8, 0.03, DEFENSIVE",
    "STANDARD, 11, 9, 0.03, DEFENSIVE",
  })
  void high_costs_raise_the_confidence_by_profile(
      ProfileName profile, double spread, double slippage, double shift, EntryMode entry) {
    double before = Case.calm(profile).policy().minConfidence().value();
    TradingPolicy policy = Case.calm(profile).spreadBps(spread).slippageBps(slippage).policy();
    assertThat(policy.minConfidence().value() - before).isCloseTo(shift, within(1e-12));
    assertThat(policy.entryMode()).isEqualTo(entry);
    assertThat(policy.note().contains("High costs - tighter entry filter")).isEqualTo(shift > 0);
  }

  @Test
  void once_for_either_takes_the_larger() {
    Case expensive = Case.standard().configured(Map.of("high_slippage", "0.05"));
    expensive.spreadBps(11).slippageBps(9);
    assertThat(expensive.policy().minConfidence().value()).isCloseTo(0.52, within(1e-12));
  }

  @Test
  void a_level_and_basis_points_are_judged_by_the_worse() {
    Case one = Case.standard().spreadBps(1);
    one.spreadLevel = Reading.of(CostLevel.HIGH);
    assertThat(one.policy().entryMode()).isEqualTo(EntryMode.DEFENSIVE);
    one.spreadLevel = Reading.of(CostLevel.NORMAL);
    assertThat(one.policy().entryMode()).isEqualTo(EntryMode.AGGRESSIVE);
    one.slippageLevel = Reading.of(CostLevel.HIGH);
    assertThat(one.policy().entryMode()).isEqualTo(EntryMode.DEFENSIVE);
  }

  @Test
  void each_high_cost_multiplies_risk_by_its_own_factor() {
    Case costs =
        Case.standard()
            .configured(Map.of("high_spread_multiplier", "0.8", "high_slippage_multiplier", "0.5"));
    assertThat(costs.copy().spreadBps(11).policy().maxRisk().value()).isEqualTo(0.8);
    assertThat(costs.copy().slippageBps(9).policy().maxRisk().value()).isEqualTo(0.5);
    assertThat(costs.spreadBps(11).slippageBps(9).policy().maxRisk().value())
        .isCloseTo(0.4, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void basis_points_that_cannot_be_are_high(double points) {
    assertThat(Case.standard().spreadBps(points).policy().entryMode())
        .isEqualTo(EntryMode.DEFENSIVE);
    assertThat(Case.standard().slippageBps(points).policy().entryMode())
        .isEqualTo(EntryMode.DEFENSIVE);
    assertThat(Case.standard().spreadBps(0).slippageBps(0).policy().entryMode())
        .isEqualTo(EntryMode.AGGRESSIVE);
  }

  @Test
  void unreadable_costs_count_as_high() {
    Case unreadable = Case.standard();
    unreadable.spreadLevel = Reading.unreadable();
    assertThat(unreadable.policy().entryMode()).isEqualTo(EntryMode.DEFENSIVE);
    unreadable.spreadLevel = Reading.absent();
    unreadable.slippageBps = Reading.unreadable();
    assertThat(unreadable.policy().entryMode()).isEqualTo(EntryMode.DEFENSIVE);
  }

  @Test
  void low_liquidity_adds_what_the_profile_says() {
    Case thin = Case.standard().configured(Map.of("low_liquidity", "0.04"));
    assertThat(thin.policy().minConfidence().value()).isCloseTo(0.47, within(1e-12));
    thin.isLiquidityLow = true;
    assertThat(thin.policy().minConfidence().value()).isCloseTo(0.51, within(1e-12));
    assertThat(thin.policy().note()).doesNotContain("liquidity");
  }

  @ParameterizedTest
  @CsvSource({
    "SAFE, 0.1501, Cost 0.15R above 0.15R", "SAFE, 0.21, Cost 0.21R above 0.15R",
    "SAFE, NaN, Cost unreadable above 0.15R", "SAFE, -0.01, Cost -0.01R above 0.15R",
  })
  void costs_above_the_limit_block(ProfileName profile, double cost, String note) {
    TradingPolicy policy = Case.calm(profile).costInR(cost).policy();
    assertThat(policy.blockReasons()).containsExactly(BlockReason.COST_IN_R);
    assertThat(policy.note()).isEqualTo(note);
  }

  @Test
  void costs_up_to_the_limit_do_not() {
    assertThat(Case.calm(ProfileName.SAFE).costInR(0.15).policy().blockReasons()).isEmpty();
    assertThat(Case.calm(ProfileName.SAFE).costInR(0).policy().blockReasons()).isEmpty();
    Case unreadable = Case.standard();
    unreadable.costInR = Reading.unreadable();
    assertThat(unreadable.policy().blockReasons()).containsExactly(BlockReason.COST_IN_R);
  }

  @Test
  void a_low_quality_asks_for_more_confidence() {
    TradingPolicy low = Case.standard().ensembleQuality(0.35).policy();
    assertThat(low.minConfidence().value()).isCloseTo(0.52, within(1e-12));
    assertThat(low.note()).endsWith("; Low ensemble quality (0.35) - higher confidence required");
    assertThat(Case.standard().ensembleQuality(0.40).policy().minConfidence().value())
        .isCloseTo(0.47, within(1e-12));
    Case unreadable = Case.standard();
    unreadable.ensembleQuality = Reading.unreadable();
    assertThat(unreadable.policy().minConfidence().value()).isCloseTo(0.52, within(1e-12));
    assertThat(unreadable.policy().note()).contains("Low ensemble quality (unreadable)");
  }
}
