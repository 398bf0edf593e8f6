package dev.maestro.engine.shadow;

import dev.maestro.engine.verdict.ReasonCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which denied entries are traded on paper: those that SHADOW_MODE alone, a strategy that is not
 * selected, or a weight of 0 keeps from trading. What any other rule forbids is no trade, and earns
 * nothing on paper either.
 */
public final class ShadowRule {
  private ShadowRule() {}

  /**
   * True if the entry is traded on paper.
   *
   * @param reasons of its verdict; empty: it was approved
   * @param isEnabled false for a strategy that is DISABLED or unregistered, whose
   *     STRATEGY_NOT_ALLOWED does not mean that it was not selected
   * @param isWeightless true if its agent's weight is 0, so that NO_CAPITAL means nothing else
   */
  public static boolean trades(Set<ReasonCode> reasons, boolean isEnabled, boolean isWeightless) {
    Set<ReasonCode> others = EnumSet.noneOf(ReasonCode.class);
    others.addAll(reasons);
    others.remove(ReasonCode.SHADOW_MODE);
    if (isEnabled) {
      others.remove(ReasonCode.STRATEGY_NOT_ALLOWED);
    }
    if (isWeightless) {
      others.remove(ReasonCode.NO_CAPITAL);
    }
    return !reasons.isEmpty() && others.isEmpty();
  }
}
