package dev.maestro.engine.policy.rule;

import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.profile.Parameter;

/** Rules 5 to 8 and 16: losses of the day, losing streaks, and recovery from them. */
final class LossRules {
  private static final double STREAK_RISK_FACTOR = 0.3;
  private static final double STREAK_CONFIDENCE = 0.05;

  private LossRules() {}

  /** Rule 5: the worse of P&amp;L and drawdown at the limit blocks until the day changes. */
  static void blockAtDailyLoss(PolicyContext situation, PolicyDraft draft) {
    Percent worse = situation.dailyPnl().min(situation.drawdown());
    boolean isHit = worse.value() <= -situation.number(Parameter.DAILY_DD_LIMIT);
    if (isHit || situation.inputs().drawdownLatched()) {
      draft.block(BlockReason.DAILY_DRAWDOWN);
      String figure = isHit ? worse.format(2) : "latched, now " + worse.format(2);
      draft.note("Daily DD limit hit (" + figure + ")");
    }
  }

  /** Rule 6: each loss in a row takes off its share of the risk. */
  static void reducePerLoss(PolicyContext situation, PolicyDraft draft) {
    double perLoss = situation.number(Parameter.LOSING_STREAK_PER_LOSS);
    draft.multiplyRisk(Math.max(0, 1 - perLoss * situation.losingStreak()));
  }

  /** Rule 7: each percent of drawdown takes off its share of the risk. */
  static void reducePerDrawdown(PolicyContext situation, PolicyDraft draft) {
    double perPercent = situation.number(Parameter.DRAWDOWN_PER_PCT);
    draft.multiplyRisk(Math.max(0, 1 + perPercent * situation.drawdown().value()));
  }

  /** Rule 8: at the limit of losses in a row: risk x 0.3, confidence +0.05, DEFENSIVE, REDUCED. */
  static void reduceOnLosingStreak(PolicyContext situation, PolicyDraft draft) {
    if (!situation.isOnLosingStreak()) {
      return;
    }
    draft.multiplyRisk(STREAK_RISK_FACTOR);
    draft.raiseConfidence(STREAK_CONFIDENCE);
    draft.atLeast(EntryMode.DEFENSIVE);
    draft.atLeast(RiskProfile.REDUCED);
    draft.note("Losing streak " + situation.losingStreak() + " - reduced to 30% risk");
  }

  /** Rule 16: enough wins in a row give back some of what was cut, unless rule 8 holds. */
  static void recoverAfterWins(PolicyContext situation, PolicyDraft draft) {
    int needed = situation.profile().count(Parameter.RECOVERY_AFTER_STREAK);
    boolean hasWon = needed > 0 && situation.inputs().winningStreak() >= needed;
    if (hasWon && !situation.isOnLosingStreak()) {
      draft.recoverRisk(situation.number(Parameter.RECOVERY_MULTIPLIER));
    }
  }
}
