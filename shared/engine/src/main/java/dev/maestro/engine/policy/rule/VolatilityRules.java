package dev.maestro.engine.policy.rule;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.profile.MarketRow;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.RegimeRow;

/** Rules 3 and 4: volatility HIGH and EXTREME. */
final class VolatilityRules {
  private VolatilityRules() {}

  /** Rule 3: HIGH or EXTREME: at least REDUCED, and the HIGH_VOL row counts too. */
  static void reduceWhenHigh(PolicyContext situation, PolicyDraft draft) {
    if (!situation.inputs().market().volatility().isHigh()) {
      return;
    }
    RegimeRow ofRegime = draft.row();
    RegimeRow highVol = situation.profile().row(MarketRow.HIGH_VOL);
    RegimeRow both =
        situation.profile().style().highVolatilityAdds()
            ? ofRegime.and(highVol)
            : ofRegime.tighterOf(highVol);
    draft.useRow(both);
    draft.atLeast(RiskProfile.REDUCED);
    draft.note("HIGH volatility - risk reduced " + percentCut(ofRegime, both) + "%");
  }

  /** Rule 4: EXTREME: no new trades. */
  static void blockWhenExtreme(PolicyContext situation, PolicyDraft draft) {
    if (situation.inputs().market().volatility() != Volatility.EXTREME) {
      return;
    }
    draft.block(BlockReason.EXTREME_VOLATILITY);
    draft.atLeast(ExitMode.DEFENSIVE_TRAIL);
    draft.multiplyRisk(situation.number(Parameter.EXTREME_VOL_MULTIPLIER));
    draft.raiseConfidence(situation.number(Parameter.EXTREME_VOL));
    draft.note("EXTREME volatility - no new trades");
  }

  /** By how much this rule cut the risk that the regime left, in whole percent. */
  private static long percentCut(RegimeRow before, RegimeRow after) {
    return before.riskMultiplier() == 0
        ? 0
        : Math.round(100 * (1 - after.riskMultiplier() / before.riskMultiplier()));
  }
}
