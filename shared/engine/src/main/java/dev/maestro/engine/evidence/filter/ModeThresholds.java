package dev.maestro.engine.evidence.filter;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.throttle.mode.ThrottleMode;

/**
 * Expected annual Sharpe ratios at which the mode changes; it loosens later than it tightens.
 *
 * @param shadowBelow under it: SHADOW_MODE
 * @param leaveShadowAt a shadowed strategy stays so under it; at least shadowBelow
 * @param reduceBelow under it: REDUCED; at least shadowBelow
 * @param activeAt a strategy that is not ACTIVE stays REDUCED under it; at least the others
 */
public record ModeThresholds(
    double shadowBelow, double leaveShadowAt, double reduceBelow, double activeAt) {

  /** Checks the order; a threshold is from -4 to 4. */
  public ModeThresholds {
    new ConfigRules()
        .require(
            shadowBelow >= -4 && shadowBelow <= 4,
            "shadow_below must be from -4 to 4, got " + shadowBelow)
        .require(
            leaveShadowAt >= shadowBelow && leaveShadowAt <= 4,
            "leave_shadow_at must be from shadow_below to 4, got " + leaveShadowAt)
        .require(
            reduceBelow >= shadowBelow && reduceBelow <= 4,
            "reduce_below must be from shadow_below to 4, got " + reduceBelow)
        .require(
            activeAt >= reduceBelow && activeAt >= leaveShadowAt && activeAt <= 4,
            "active_at must be from reduce_below and leave_shadow_at to 4, got " + activeAt)
        .check();
  }

  /** The mode after a row that left the given expected Sharpe ratio. */
  public ThrottleMode next(ThrottleMode mode, double expectedSharpe) {
    boolean isShadowed = mode == ThrottleMode.SHADOW_MODE;
    if (expectedSharpe < shadowBelow || (isShadowed && expectedSharpe < leaveShadowAt)) {
      return ThrottleMode.SHADOW_MODE;
    }
    boolean isActive = mode == ThrottleMode.ACTIVE;
    if (expectedSharpe < reduceBelow || (!isActive && expectedSharpe < activeAt)) {
      return ThrottleMode.REDUCED;
    }
    return ThrottleMode.ACTIVE;
  }
}
