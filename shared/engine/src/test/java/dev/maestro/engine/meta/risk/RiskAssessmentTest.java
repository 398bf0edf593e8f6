package dev.maestro.engine.meta.risk;

import static dev.maestro.engine.meta.HealthSample.BEST;
import static dev.maestro.engine.meta.HealthSample.NEUTRAL;
import static dev.maestro.engine.meta.HealthSample.WORST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.HealthSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskAssessmentTest {
  private static RiskAssessment assess(HealthSample sample) {
    return RiskAssessment.of(sample.health(), false);
  }

  private static void assertVotes(HealthSample sample, int defensive, int aggressive) {
    RiskAssessment assessment = assess(sample);
    assertThat(assessment.defensiveVotes()).as(sample.toString()).isEqualTo(defensive);
    assertThat(assessment.aggressiveVotes()).as(sample.toString()).isEqualTo(aggressive);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "2, 0, 1", "2.0000000001, 0, 1", "2.00001, 0, 0", "4.999, 0, 0"})
  @CsvSource({"4.9999999999, 2, 0", "5, 2, 0", "6.9, 2, 0", "7, 2, 0", "99, 2, 0"})
  void drawdown_votes(double drawdown, int defensive, int aggressive) {
    assertVotes(NEUTRAL.withDrawdown(drawdown), defensive, aggressive);
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 0", "0.4499, 2, 0", "0.4499999999999, 0, 0", "0.45, 0, 0", "0.5999, 0, 0"})
  @CsvSource({"0.5999999999999, 0, 1", "0.60, 0, 1", "1, 0, 1"})
  void win_rate_votes(double winRate, int defensive, int aggressive) {
    assertVotes(NEUTRAL.withWinRate(winRate), defensive, aggressive);
  }

  @ParameterizedTest
  @CsvSource({"-9, 2, 0", "-0.5001, 2, 0", "-0.5000000000001, 0, 0", "-0.5, 0, 0", "0, 0, 0"})
  @CsvSource({"1, 0, 0", "1.0000000000007, 0, 0", "1.0001, 0, 1", "8, 0, 1"})
  void slope_votes(double slope, int defensive, int aggressive) {
    assertVotes(NEUTRAL.withSlope(slope), defensive, aggressive);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 1", "400, 1"})
  void losses_vote(int losses, int defensive) {
    assertVotes(NEUTRAL.withLosses(losses), defensive, 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "3, 1", "400, 1"})
  void days_without_profit_vote(int days, int defensive) {
    assertVotes(NEUTRAL.withDays(days), defensive, 0);
  }

  @ParameterizedTest
  @CsvSource({"LOW, 0", "NORMAL, 0", "HIGH, 1", "EXTREME, 1", "UNKNOWN, 0"})
  void volatility_votes(Volatility volatility, int defensive) {
    assertVotes(NEUTRAL.with(volatility), defensive, 0);
  }

  @ParameterizedTest
  @CsvSource({"BULL_TRENDING, 0, 1, 1", "BEAR_TRENDING, 0, 0, 1", "RANGING, 0, 0, 0"})
  @CsvSource({"CHOPPY, 1, 0, 0", "LOW_LIQUIDITY, 1, 0, 0", "UNKNOWN, 0, 0, 0"})
  void a_regime_votes_and_a_falling_one_only_for_those_who_sell_short(
      HealthRegime regime, int defensive, int aggressive, int aggressiveWithShorts) {
    assertVotes(NEUTRAL.with(regime), defensive, aggressive);
    RiskAssessment withShorts = RiskAssessment.of(NEUTRAL.with(regime).health(), true);
    assertThat(withShorts.aggressiveVotes()).isEqualTo(aggressiveWithShorts);
    assertThat(withShorts.defensiveVotes()).isEqualTo(defensive);
  }

  @Test
  void a_drawdown_of_seven_percent_is_defensive_outright() {
    assertThat(assess(BEST.withDrawdown(7)).mode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(assess(BEST.withDrawdown(6.9999)).mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(assess(BEST.with(Volatility.EXTREME)).mode()).isEqualTo(RiskMode.DEFENSIVE);
  }

  @Test
  void three_defensive_votes_are_defensive_and_two_are_not() {
    assertThat(assess(BEST.withWinRate(0.4)).mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(assess(BEST.withWinRate(0.4).withDays(3)).mode()).isEqualTo(RiskMode.DEFENSIVE);
    assertThat(assess(WORST).defensiveVotes()).isEqualTo(10);
  }

  @Test
  void two_aggressive_votes_are_aggressive_only_without_a_word_against_it() {
    HealthSample two = NEUTRAL.withDrawdown(1).withWinRate(0.6);
    assertThat(assess(two).mode()).isEqualTo(RiskMode.AGGRESSIVE);
    assertThat(assess(NEUTRAL.withDrawdown(1)).mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(assess(two.withDays(3)).mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(assess(BEST).aggressiveVotes()).isEqualTo(4);
  }

  @Test
  void anything_unknown_forbids_aggressive_and_casts_no_vote() {
    HealthSample[] samples = {
      BEST.withDrawdown(Double.NaN),
      BEST.withWinRate(Double.NaN),
      BEST.withSlope(Double.NaN),
      BEST.withLosses(-1),
      BEST.withDays(-1),
      BEST.with(Volatility.UNKNOWN),
      BEST.with(HealthRegime.UNKNOWN)
    };
    assertThat(assess(BEST).mode()).isEqualTo(RiskMode.AGGRESSIVE);
    for (HealthSample sample : samples) {
      RiskAssessment assessment = assess(sample);
      assertThat(assessment.mode()).as(sample.toString()).isEqualTo(RiskMode.NORMAL);
      assertThat(assessment.defensiveVotes()).as(sample.toString()).isZero();
      assertThat(assessment.reasons())
          .filteredOn(reason -> reason.endsWith(" UNKNOWN: no vote, forbids AGGRESSIVE"))
          .as(sample.toString())
          .hasSize(1);
    }
  }

  @Test
  void the_status_example_of_the_design_is_normal() {
    HealthSample example =
        new HealthSample(2.5, 0.58, 0.8, 0, 0, Volatility.NORMAL, HealthRegime.BULL_TRENDING);
    assertThat(assess(example).mode()).isEqualTo(RiskMode.NORMAL);
    assertThat(assess(example).aggressiveVotes()).isEqualTo(1);
  }

  @Test
  void every_vote_is_a_reason_with_its_figure() {
    assertThat(assess(WORST.withDrawdown(7.25).withWinRate(0.44)).reasons())
        .containsExactly(
            "drawdown_pct 7.25 >= 7: DEFENSIVE outright",
            "drawdown_pct 7.25 >= 5: 2 defensive votes",
            "winrate 0.44 < 0.45: 2 defensive votes",
            "equity_slope_pct_per_day -3 < -0.5: 2 defensive votes",
            "consecutive_losses 9 >= 5: 1 defensive vote",
            "days_since_profit 9 >= 3: 1 defensive vote",
            "volatility EXTREME: DEFENSIVE outright",
            "volatility EXTREME: 1 defensive vote",
            "regime CHOPPY: 1 defensive vote");
    assertThat(assess(BEST).reasons())
        .containsExactly(
            "drawdown_pct 0 <= 2: 1 aggressive vote",
            "winrate 0.7 >= 0.6: 1 aggressive vote",
            "equity_slope_pct_per_day 2 > 1: 1 aggressive vote",
            "regime BULL_TRENDING: 1 aggressive vote");
    assertThat(assess(NEUTRAL).reasons()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_limits_of_a_mode_are_no_tighter_than_those_of_a_tighter_one(RiskMode mode) {
    ModeLimits limits = ModeLimits.of(mode);
    for (RiskMode other : RiskMode.values()) {
      ModeLimits others = ModeLimits.of(other);
      if (other.isTighterThan(mode)) {
        assertThat(others.maxRiskPerTrade()).isLessThan(limits.maxRiskPerTrade());
        assertThat(others.minConfidence()).isGreaterThan(limits.minConfidence());
        assertThat(others.maxPositions()).isLessThan(limits.maxPositions());
        assertThat(others.maxDailyTrades()).isLessThan(limits.maxDailyTrades());
        assertThat(others.maxSlippagePct()).isLessThan(limits.maxSlippagePct());
        assertThat(others.maxStrategies()).isLessThanOrEqualTo(limits.maxStrategies());
      }
    }
  }

  @Test
  void the_limits_are_those_of_the_table() {
    assertThat(ModeLimits.of(RiskMode.DEFENSIVE))
        .isEqualTo(new ModeLimits(0.003, 0.70, 4, 10, 0.1, 4));
    assertThat(ModeLimits.of(RiskMode.NORMAL))
        .isEqualTo(new ModeLimits(0.0075, 0.60, 10, 30, 0.2, 8));
    assertThat(ModeLimits.of(RiskMode.AGGRESSIVE))
        .isEqualTo(new ModeLimits(0.015, 0.50, 15, 50, 0.3, 8));
  }
}
