package dev.maestro.engine.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 5 to 8 and 16. */
class LossRulesTest {
  @ParameterizedTest
  @CsvSource({
    "-3.0,    0,      Daily DD limit hit (-3.00%)",
    "0,       -3.0,   Daily DD limit hit (-3.00%)",
    "-3.125,  -1,     Daily DD limit hit (-3.12%)",
    "2,       -3.375, Daily DD limit hit (-3.38%)",
  })
  void the_worse_of_loss_and_drawdown_blocks_at_the_limit(double pnl, double dd, String note) {
    TradingPolicy policy = Case.standard().dailyPnl(pnl).drawdown(dd).policy();
    assertThat(policy.blockReasons()).containsExactly(BlockReason.DAILY_DRAWDOWN);
    assertThat(policy.note()).endsWith("; " + note);
    assertThat(policy.maxRisk().value()).isEqualTo(1.0);
  }

  @Test
  void just_above_the_limit_nothing_is_blocked() {
    assertThat(Case.standard().dailyPnl(-2.999999).drawdown(-2.999999).policy().blockReasons())
        .isEmpty();
  }

  @Test
  void a_latched_loss_blocks_after_the_account_has_recovered() {
    Case recovered = Case.standard().dailyPnl(1).drawdown(-1);
    recovered.isLatched = true;
    assertThat(recovered.policy().blockReasons()).containsExactly(BlockReason.DAILY_DRAWDOWN);
    assertThat(recovered.policy().note()).endsWith("Daily DD limit hit (latched, now -1.00%)");
  }

  @ParameterizedTest
  @CsvSource({
    "SAFE, 0, 0, 0.72",
    "SAFE, 3, 0, 0.396",
    "SAFE, 0, -2, 0.576",
    "SAFE, 3, -2, 0.3168",
    "AGGRESSIVE, 6, -4, 0.64896",
    "STANDARD, 4, -2, 1.0",
  })
  void losses_in_a_row_and_drawdown_each_take_their_share(
      ProfileName profile, int streak, double drawdown, double risk) {
    TradingPolicy policy = Case.calm(profile).losingStreak(streak).drawdown(drawdown).policy();
    assertThat(policy.maxRisk().value()).isCloseTo(risk, within(1e-12));
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.NORMAL);
  }

  @Test
  void a_share_never_turns_risk_negative() {
    assertThat(Case.calm(ProfileName.SAFE).losingStreak(100).policy().maxRisk().value()).isZero();
    assertThat(Case.calm(ProfileName.SAFE).drawdown(-100).policy().maxRisk().value()).isZero();
  }

  @Test
  void a_losing_streak_at_the_limit_cuts_risk_to_30_percent() {
    TradingPolicy policy = Case.standard().losingStreak(5).policy();
    assertThat(policy.maxRisk().value()).isCloseTo(0.3, within(1e-12));
    assertThat(policy.minConfidence().value()).isCloseTo(0.52, within(1e-12));
    assertThat(policy.entryMode()).isEqualTo(EntryMode.DEFENSIVE);
    assertThat(policy.riskProfile()).isEqualTo(RiskProfile.REDUCED);
    assertThat(policy.note()).endsWith("; Losing streak 5 - reduced to 30% risk");
    assertThat(Case.standard().losingStreak(4).policy().riskProfile())
        .isEqualTo(RiskProfile.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    "SAFE, 2, -2, 0.6336",
    "SAFE, 1, -2, 0.576",
    "SAFE, 9, -0.5, 0.72",
    "SAFE, 2, 0, 0.72",
    "AGGRESSIVE, 1, -4, 1.56",
    "AGGRESSIVE, 0, -4, 1.248",
    "STANDARD, 9, -2, 1.0",
  })
  void wins_give_risk_back_up_to_what_the_market_allows(
      ProfileName profile, int wins, double drawdown, double risk) {
    TradingPolicy policy = Case.calm(profile).winningStreak(wins).drawdown(drawdown).policy();
    assertThat(policy.maxRisk().value()).isCloseTo(risk, within(1e-12));
  }

  @Test
  void nothing_recovers_while_the_losing_streak_is_at_its_limit() {
    Case losing = Case.calm(ProfileName.SAFE).losingStreak(4);
    double without = losing.policy().maxRisk().value();
    assertThat(losing.winningStreak(5).policy().maxRisk().value()).isEqualTo(without);
    assertThat(losing.losingStreak(3).policy().maxRisk().value())
        .isCloseTo(0.396 * 1.1, within(1e-12));
  }

  @Test
  void a_recovery_streak_of_0_means_never() {
    Case never =
        Case.calm(ProfileName.SAFE)
            .configured(Map.of("recovery_after_streak", 0))
            .winningStreak(50)
            .drawdown(-2);
    assertThat(never.policy().maxRisk().value()).isCloseTo(0.576, within(1e-12));
  }
}
