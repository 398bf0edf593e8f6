package dev.maestro.engine.policy.rule;

import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.profile.Parameter;

/** Rules 9 and 10: how much may be open at once. */
final class CapacityRules {
  private static final double HIGH_EXPOSURE = 0.8;

  private CapacityRules() {}

  /** Rule 9: as many open trades as the profile, or the global policy if smaller, allows. */
  static void blockAtMaxPositions(PolicyContext situation, PolicyDraft draft) {
    situation.global().ifPresent(guard -> draft.limitPositions(guard.limits().maxPositions()));
    if (situation.openTrades() >= draft.maxPositions()) {
      draft.block(BlockReason.MAX_POSITIONS);
      draft.note("Max positions reached (" + draft.maxPositions() + ")");
    }
  }

  /** Rule 10: from 80 % of the exposure limit risk is cut, at the limit it blocks as well. */
  static void limitExposure(PolicyContext situation, PolicyDraft draft) {
    double limit = situation.number(Parameter.TOTAL_EXPOSURE_LIMIT);
    double exposure = situation.exposure().value();
    if (exposure >= HIGH_EXPOSURE * limit) {
      draft.multiplyRisk(situation.number(Parameter.HIGH_EXPOSURE));
    }
    if (exposure >= limit) {
      draft.block(BlockReason.EXPOSURE_LIMIT);
      draft.note("Exposure limit hit (" + situation.exposure().format(1) + ")");
    }
  }
}
