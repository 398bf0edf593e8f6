package dev.maestro.engine.policy.rule;

import dev.maestro.engine.form.Reading;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.policy.profile.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rules 11 to 14: costs, liquidity and the quality of the models. */
final class MarketQualityRules {
  private static final Fraction LOW_QUALITY = new Fraction(0.40);
  private static final double LOW_QUALITY_CONFIDENCE = 0.05;

  private MarketQualityRules() {}

  /** Rule 11: a high spread or slippage asks for clearer signals. */
  static void filterAtHighCosts(PolicyContext situation, PolicyDraft draft) {
    TradingCosts costs = situation.inputs().costs();
    boolean isSpreadHigh = costs.isSpreadHigh(situation.number(Parameter.HIGH_SPREAD_BPS));
    boolean isSlippageHigh = costs.isSlippageHigh(situation.number(Parameter.HIGH_SLIPPAGE_BPS));
    if (!isSpreadHigh && !isSlippageHigh) {
      return;
    }
    double forSpread = isSpreadHigh ? situation.number(Parameter.HIGH_SPREAD) : 0;
    double forSlippage = isSlippageHigh ? situation.number(Parameter.HIGH_SLIPPAGE) : 0;
    draft.raiseConfidence(
        situation.profile().style().costsAdd()
            ? forSpread + forSlippage
            : Math.max(forSpread, forSlippage));
    draft.multiplyRisk(isSpreadHigh ? situation.number(Parameter.HIGH_SPREAD_MULTIPLIER) : 1);
    draft.multiplyRisk(isSlippageHigh ? situation.number(Parameter.HIGH_SLIPPAGE_MULTIPLIER) : 1);
    draft.atLeast(EntryMode.DEFENSIVE);
    draft.note("High costs - tighter entry filter");
  }

  /** Rule 12: low liquidity asks for more confidence. */
  static void raiseAtLowLiquidity(PolicyContext situation, PolicyDraft draft) {
    if (situation.inputs().market().lowLiquidity()) {
      draft.raiseConfidence(situation.number(Parameter.LOW_LIQUIDITY));
    }
  }

  /** Rule 13: a round trip above its limit blocks. */
  static void blockAtCostInR(PolicyContext situation, PolicyDraft draft) {
    Reading<Double> cost = situation.inputs().costs().costInR();
    double limit = situation.number(Parameter.MAX_COST_IN_R);
    if (cost.violates(multiple -> multiple >= 0 && multiple <= limit)) {
      draft.block(BlockReason.COST_IN_R);
      draft.note("Cost " + show(cost, "R") + " above " + twoPlaces(limit) + "R");
    }
  }

  /** Rule 14: models of a quality below 0.40 ask for more confidence. */
  static void raiseAtLowQuality(PolicyContext situation, PolicyDraft draft) {
    Reading<Fraction> quality = situation.inputs().ensembleQuality();
    if (quality.violates(share -> share.isAtLeast(LOW_QUALITY))) {
      draft.raiseConfidence(LOW_QUALITY_CONFIDENCE);
      String figure = quality.value().map(share -> twoPlaces(share.value())).orElse("unreadable");
      draft.note("Low ensemble quality (" + figure + ") - higher confidence required");
    }
  }

  private static String show(Reading<Double> multiple, String unit) {
    return multiple
        .value()
        .filter(Double::isFinite)
        .map(number -> twoPlaces(number) + unit)
        .orElse("unreadable");
  }

  private static String twoPlaces(double number) {
    return new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
